import { z } from "zod";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Answer } from "#shared/protocol/events.ts";
import { refusals } from "#shared/protocol/refusals.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import { roomAsks, roomTells } from "#shared/protocol/room-events.ts";

/** All that may be asked in the room. */
export type RoomAsks = typeof roomAsks;
/** The name of a question. */
export type RoomAskName = keyof RoomAsks;
/** What is sent under that name. */
export type RoomQuestion<Name extends RoomAskName> = z.infer<RoomAsks[Name]["schema"]>;
/** The server's answer, or `no-answer`: nobody was reached in time. */
export type RoomAnswer<Name extends RoomAskName> =
  | Answer<RoomAsks[Name]>
  | Result<never, "no-answer">;

/** All that the server tells in the room. */
export type RoomTells = typeof roomTells;
/** The name of what is told. */
export type RoomTellName = keyof RoomTells;
/** What is told under that name. */
export type RoomNews<Name extends RoomTellName> = z.infer<RoomTells[Name]>;

/** Every name the server may tell under. */
export const roomTellNames = Object.keys(roomTells) as RoomTellName[]; // the keys of a literal table

const refusalNames = Object.keys(refusals) as [Refusal, ...Refusal[]]; // the keys of a literal table
const refusedSchema = z.object({ ok: z.literal(false), reason: z.enum(refusalNames) });
const grantedSchema = z.object({ ok: z.literal(true), value: z.unknown() });

/** Reads what the server acknowledged with. An answer that is not one counts as the server's fault. */
export function readAnswer<Name extends RoomAskName>(name: Name, raw: unknown): RoomAnswer<Name> {
  const refused = refusedSchema.safeParse(raw);
  if (refused.success) return fail(refused.data.reason);
  const granted = grantedSchema.safeParse(raw);
  const schema = roomAsks[name].answer ?? z.null();
  const value = granted.success ? schema.safeParse(granted.data.value ?? null) : granted;
  if (!value.success) return fail("server-error");
  return ok(value.data) as RoomAnswer<Name>; // parsed by this name's own answer schema
}

/** Reads what the server told, or null when it has not the agreed shape. */
export function readNews<Name extends RoomTellName>(
  name: Name,
  raw: unknown,
): RoomNews<Name> | null {
  const parsed = roomTells[name].safeParse(raw);
  return parsed.success ? (parsed.data as RoomNews<Name>) : null; // parsed by this name's own schema
}
