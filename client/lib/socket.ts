import { io } from "socket.io-client";
import type { Socket } from "socket.io-client";
import type { z } from "zod";
import { isRefusal } from "./api.ts";
import { ownHouse } from "./house.ts";
import type { CallRefusal } from "./api.ts";

/** A connection to one namespace of the page's server, or of another; who we are comes from the cookie. */
export function openSocket(namespace: "/lobby" | "/desk", house: string = ownHouse): Socket {
  return io(namespace, {
    path: socketPath(house),
    transports: ["websocket"],
    reconnectionDelay: 300,
    reconnectionDelayMax: 3_000,
    // A guest can follow two links in one tab: each page has its own connection.
    forceNew: true,
  });
}

/** Where the server of a house is reached by sockets. */
export const socketPath = (house: string): string => `${house}/socket.io/`;

/** Hears what the server tells, parsed by its schema; anything else is dropped. Answers how to stop. */
export function onTold<Schema extends z.ZodType>(
  socket: Socket,
  name: string,
  schema: Schema,
  listener: (message: z.infer<Schema>) => void,
): () => void {
  const handle = (message: unknown) => {
    const parsed = schema.safeParse(message);
    if (parsed.success) listener(parsed.data);
  };
  socket.on(name, handle);
  return () => {
    socket.off(name, handle);
  };
}

/** What an ask came back with. */
export type AskAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: CallRefusal };

/** Asks the server and waits at most 5 s for the acknowledgement. */
export async function askServer<Schema extends z.ZodType>(
  socket: Socket,
  name: string,
  message: unknown,
  answerSchema: Schema,
): Promise<AskAnswer<z.infer<Schema>>> {
  let received: unknown;
  try {
    received = await socket.timeout(5_000).emitWithAck(name, message);
  } catch {
    return { ok: false, reason: "offline" };
  }
  if (!isRecord(received)) return { ok: false, reason: "server-error" };
  if (received["ok"] !== true) return { ok: false, reason: reasonOf(received["reason"]) };
  const parsed = answerSchema.safeParse(received["value"]);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: "server-error" };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function reasonOf(reason: unknown): CallRefusal {
  return typeof reason === "string" && isRefusal(reason) ? reason : "server-error";
}
