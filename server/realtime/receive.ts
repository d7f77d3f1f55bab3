import type { Logger } from "pino";
import type { Socket } from "socket.io";
import type { z } from "zod";
import { fail } from "#shared/lib/result.ts";
import type { Answer, Ask } from "#shared/protocol/events.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import type { EventLimiter } from "./event-limits.ts";
import type { Standing, StandingNow } from "./standing.ts";

/** What the door of one socket needs. */
export interface ReceiveParts {
  readonly standing: Standing;
  readonly limiter: EventLimiter;
  readonly log: Logger;
}

/** The part of a socket the door uses, whatever events it is typed with. */
export type ReceivingSocket = Pick<Socket, "id" | "disconnect"> & {
  use(middleware: (event: unknown[], next: () => void) => void): unknown;
};

type Reply = (answer: unknown) => void;
type Handle = (message: unknown, reply: Reply) => Promise<void>;

/** The handlers of each guarded socket, by event. */
const doors = new WeakMap<object, Map<string, Handle>>();

/**
 * The only door for events. A message can have any shape and its acknowledgement can be missing: the
 * rate, the name, the schema and the right are checked, in this order, before the handler sees it.
 */
export function receive<Asks extends Record<string, Ask>, Name extends keyof Asks & string>(
  socket: ReceivingSocket,
  asks: Asks,
  name: Name,
  parts: ReceiveParts,
  handler: (
    message: z.infer<Asks[Name]["schema"]>,
    now: StandingNow,
  ) => Answer<Asks[Name]> | Promise<Answer<Asks[Name]>>,
): void {
  const { action, schema } = asks[name] ?? missing(name);
  guardEvents(socket, parts).set(name, async (message, reply) => {
    const parsed = schema.safeParse(message);
    if (!parsed.success) return reply(fail("invalid" satisfies Refusal));
    const now = await parts.standing.now();
    if (!now.may(action)) return reply(fail(refusalOf(now)));
    // `schema` is the schema of this very name, so its output is what the handler takes.
    reply(await handler(parsed.data as z.infer<Asks[Name]["schema"]>, now));
  });
}

/** Puts the door in front of a socket. Done by `receive`; call it for a socket that may ask nothing. */
export function guardEvents(socket: ReceivingSocket, parts: ReceiveParts): Map<string, Handle> {
  const known = doors.get(socket);
  if (known !== undefined) return known;
  const handlers = new Map<string, Handle>();
  doors.set(socket, handlers);

  function refuse(reply: Reply, reason: Refusal): void {
    reply(fail(reason));
    if (!parts.limiter.isFlood()) return;
    parts.log.warn({ socketId: socket.id, reason: "flood" }, "socket closed");
    socket.disconnect(true);
  }

  // Nothing is handed on to Socket.IO's own listeners: `next` is never called.
  socket.use((event) => {
    const { name, message, reply, isWhole } = takeApart(event);
    const handle = handlers.get(name);
    if (!parts.limiter.admits(handle === undefined ? "" : name)) {
      return refuse(reply, "too-many-requests");
    }
    if (handle === undefined || !isWhole) return refuse(reply, "invalid");
    handle(message, reply).catch((error: unknown) => {
      parts.log.error({ socketId: socket.id, event: name, error: nameOf(error) }, "event broke");
      reply(fail("server-error" satisfies Refusal));
    });
  });
  return handlers;
}

/** An event as it came: its name, one message, and an acknowledgement that may be missing. */
function takeApart(event: unknown[]): {
  name: string;
  message: unknown;
  reply: Reply;
  isWhole: boolean;
} {
  const [name, ...rest] = event;
  const last = rest.at(-1);
  const hasReply = typeof last === "function";
  return {
    name: typeof name === "string" ? name : "",
    message: rest[0],
    // Socket.IO makes the acknowledgement itself: a function of the answer.
    reply: hasReply ? (last as Reply) : () => {},
    isWhole: rest.length === (hasReply ? 2 : 1),
  };
}

function refusalOf({ visitor, thing }: StandingNow): Refusal {
  if (visitor.principal.kind === "none") return "not-signed-in";
  const isEnded = thing.kind === "owned" && thing.review?.state === "ended";
  return isEnded ? "review-ended" : "forbidden";
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function missing(name: string): never {
  throw new Error(`no such event: ${name}`);
}
