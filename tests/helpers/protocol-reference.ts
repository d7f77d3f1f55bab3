import { z } from "zod";
import { boardContentSchema } from "#shared/board/board-content.ts";
import { frameworkSchema } from "#shared/board/framework.ts";
import { clipMediaSchema, clipSchema } from "#shared/domain/clip.ts";
import { cycleSchema, inviteSchema, journeySchema, reviewSchema } from "#shared/domain/journey.ts";
import { personSchema } from "#shared/domain/people.ts";
import { timelineCommandSchema, timelineSchema } from "#shared/playback/timeline.ts";
import { boardCloseCodes } from "#shared/protocol/close-reasons.ts";
import {
  deskTells,
  knockSchema,
  knockStateSchema,
  lobbyAsks,
  lobbyTells,
} from "#shared/protocol/door-events.ts";
import { endingSchema } from "#shared/protocol/ending-events.ts";
import type { Ask } from "#shared/protocol/events.ts";
import { httpApi, roomClipSchema, roomSchema, wayInSchema } from "#shared/protocol/http-api.ts";
import type { Route } from "#shared/protocol/http-route.ts";
import { refusals } from "#shared/protocol/refusals.ts";
import {
  agreementSchema,
  memberSchema,
  roomAsks,
  roomTells,
} from "#shared/protocol/room-events.ts";
import { sessionSchema } from "#shared/protocol/session.ts";
import { signedBoardSchema } from "#shared/protocol/signing-routes.ts";

/** Shapes that the reference gives a name, so that each is written out once. */
const named: Record<string, z.ZodType> = {
  Session: sessionSchema,
  WayIn: wayInSchema,
  Journey: journeySchema,
  Cycle: cycleSchema,
  Person: personSchema,
  Clip: clipSchema,
  ClipMedia: clipMediaSchema,
  Review: reviewSchema,
  Invite: inviteSchema,
  Room: roomSchema,
  Framework: frameworkSchema,
  RoomClip: roomClipSchema,
  Timeline: timelineSchema,
  TimelineCommand: timelineCommandSchema,
  Member: memberSchema,
  Agreement: agreementSchema,
  Knock: knockSchema,
  KnockState: knockStateSchema,
  Ending: endingSchema,
  SignedBoard: signedBoardSchema,
  BoardContent: boardContentSchema,
};
const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });

const nodeSchema = z.looseObject({
  $ref: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  prefixItems: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
});

/** A JSON schema in one line, as a reader writes a type. */
function brief(schema: unknown): string {
  const node = nodeSchema.parse(schema);
  if (node.$ref !== undefined) return node.$ref.split("/").at(-1) ?? "";
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum !== undefined) return node.enum.map((one) => JSON.stringify(one)).join(" | ");
  const choices = node.oneOf ?? node.anyOf ?? node.allOf;
  if (choices !== undefined) return choices.map(brief).join(" | ");
  if (node.properties !== undefined) {
    const fields = Object.entries(node.properties).map(
      ([key, value]) =>
        `${key}${node.required?.includes(key) === true ? "" : "?"}: ${brief(value)}`,
    );
    return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
  }
  if (node.prefixItems !== undefined) return `[${node.prefixItems.map(brief).join(", ")}]`;
  if (node.type === "array") return listOf(brief(node.items));
  if (node.type === "object") return `{ [key]: ${brief(node.additionalProperties)} }`;
  return node.format === "uuid" ? "uuid" : [node.type ?? "any"].flat().join(" | ");
}

const listOf = (entry: string) => (/\W/.test(entry) ? `(${entry})[]` : `${entry}[]`);

const shape = (schema: z.ZodType) =>
  brief(z.toJSONSchema(schema, { metadata: registry, io: "input", unrepresentable: "any" }));
const cell = (schema: z.ZodType | null) =>
  schema === null ? "" : `\`${shape(schema).replaceAll("|", "\\|")}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const routeRow = (route: Route) => [
  `${route.method} \`${route.path}\``,
  `\`${route.action}\``,
  route.file === "body" ? "the file itself" : cell(route.body),
  answerCell(route),
];
function answerCell({ answer, file }: Route): string {
  if (file === "answer") return "the file itself, or 204";
  return answer === null ? "204" : cell(answer);
}
const askRow = ([name, one]: readonly [string, Ask]) => [
  `\`${name}\``,
  `\`${one.action}\``,
  cell(one.schema),
  one.answer === null ? "`null`" : cell(one.answer),
];
const tellRow = ([name, schema]: readonly [string, z.ZodType]) => [`\`${name}\``, cell(schema)];

/** The reference part of docs/protocol.md, written from the tables the program runs on. */
export function protocolReference(): string {
  const asksHead = ["ask", "action", "message", "answer value"];
  const shapes = Object.entries(named).map(
    ([name, schema]) =>
      [`\`${name}\``, `\`${brief(withoutOwnName(schema)).replaceAll("|", "\\|")}\``] as const,
  );
  return [
    "### HTTP routes",
    table(["route", "action", "body", "answer"], Object.values<Route>(httpApi).map(routeRow)),
    "### `/room`: what a seated tab asks",
    table(asksHead, Object.entries<Ask>(roomAsks).map(askRow)),
    "### `/room`: what the server tells",
    table(["event", "message"], Object.entries<z.ZodType>(roomTells).map(tellRow)),
    "### `/lobby` and `/desk`",
    table(asksHead, Object.entries<Ask>(lobbyAsks).map(askRow)),
    table(
      ["event", "message"],
      Object.entries<z.ZodType>({ ...lobbyTells, ...deskTells }).map(tellRow),
    ),
    "### Board close codes",
    table(
      ["code", "name"],
      Object.entries(boardCloseCodes).map(([name, code]) => [String(code), name]),
    ),
    "### Refusals",
    table(
      ["reason", "HTTP status"],
      Object.entries(refusals).map(([name, status]) => [`\`${name}\``, String(status)]),
    ),
    "### Shapes",
    table(["name", "shape"], shapes),
  ].join("\n\n");
}

/** The schema written out, while the shapes inside it keep their names. */
function withoutOwnName(schema: z.ZodType): unknown {
  const { $defs, $ref, ...rest } = z.toJSONSchema(schema, {
    metadata: registry,
    io: "input",
    unrepresentable: "any",
  });
  const own = $ref === undefined ? undefined : $defs?.[$ref.split("/").at(-1) ?? ""];
  return own ?? rest;
}
