import { z } from "zod";
import { ownHouse } from "./house.ts";
import { ok } from "#shared/lib/result.ts";
import { httpApi, refusedSchema } from "#shared/protocol/http-api.ts";
import type { HttpApi, RouteName } from "#shared/protocol/http-api.ts";
import { refusals } from "#shared/protocol/refusals.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";

/** What can be refused to a page: the server's reasons, or that it could not be reached. */
export type CallRefusal = Refusal | "offline";

/** A refused call. `details` are plain facts for its sentence, such as names. */
export interface Refused {
  readonly ok: false;
  readonly reason: CallRefusal;
  readonly details: readonly string[];
}

/** The answer of a call, or why there is none. */
export type Answered<Value> = { readonly ok: true; readonly value: Value } | Refused;

/** What a route answers; `null` where it answers without a body. */
export type AnswerOf<Name extends RouteName> = HttpApi[Name]["answer"] extends z.ZodType
  ? z.infer<HttpApi[Name]["answer"]>
  : null;

/** The values in a route's path and its JSON body. */
export interface CallRequest<Name extends RouteName> {
  readonly params?: Record<string, string>;
  /** Which server: the page's own unless told otherwise. */
  readonly house?: string;
  readonly body?: HttpApi[Name]["body"] extends z.ZodType ? z.input<HttpApi[Name]["body"]> : never;
}

const signedOutListeners = new Set<() => void>();

/** Calls back when a call finds that this browser is signed out; answers how to stop. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => {
    signedOutListeners.delete(listener);
  };
}

/** Calls one route of the server. Never throws for what can be expected: it answers with the reason. */
export async function call<Name extends RouteName>(
  name: Name,
  request: CallRequest<Name> = {},
): Promise<Answered<AnswerOf<Name>>> {
  const route = httpApi[name];
  let response: Response;
  let received: unknown;
  try {
    response = await fetch(pathOf(name, request.params, request.house), {
      method: route.method,
      credentials: "same-origin",
      cache: "no-store",
      ...(request.body === undefined
        ? {}
        : {
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify(request.body),
          }),
    });
    received = response.status === 204 ? null : await readJson(response);
  } catch {
    return refuse("offline");
  }
  const answer = readAnswer(name, response.ok, received);
  if (!answer.ok && answer.reason === "not-signed-in") {
    for (const listener of signedOutListeners) listener();
  }
  return answer;
}

/** Parses what came back: an answer by the route's schema, or a refusal by name. */
export function readAnswer<Name extends RouteName>(
  name: Name,
  isOk: boolean,
  received: unknown,
): Answered<AnswerOf<Name>> {
  if (!isOk) return readRefusal(received);
  const schema: z.ZodType | null = httpApi[name].answer;
  const parsed = (schema ?? z.unknown()).safeParse(received);
  if (!parsed.success) return refuse("server-error");
  // The schema that parsed it is the one AnswerOf infers from.
  return ok((schema === null ? null : parsed.data) as AnswerOf<Name>);
}

/** The path of a route with its values put in, on the page's own server unless told otherwise. */
export function pathOf(
  name: RouteName,
  params: Readonly<Record<string, string>> = {},
  house: string = ownHouse,
): string {
  const path = httpApi[name].path.replaceAll(/:([A-Za-z]+)/g, (_, key: string) => {
    const value = params[key];
    if (value === undefined) throw new Error(`${name} needs ${key}`);
    return encodeURIComponent(value);
  });
  return house + path;
}

/** A refusal with its facts. */
export function refuse(reason: CallRefusal, details: readonly string[] = []): Refused {
  return { ok: false, reason, details };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    if (cause instanceof SyntaxError) return null; // a proxy's page instead of our answer
    throw cause;
  }
}

function readRefusal(received: unknown): Refused {
  const parsed = refusedSchema.safeParse(received);
  if (!parsed.success) return refuse("server-error");
  const { reason, details } = parsed.data;
  return refuse(isRefusal(reason) ? reason : "server-error", details);
}

/** Whether a word is one of the server's reasons. */
export function isRefusal(reason: string): reason is Refusal {
  return Object.hasOwn(refusals, reason);
}
