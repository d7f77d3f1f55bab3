import type { z } from "zod";
import type { Action } from "#shared/domain/permissions.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "./refusals.ts";

/** What a browser may ask over a socket: the action it needs, its schema, and the schema of its answer. */
export interface Ask {
  readonly action: Action;
  readonly schema: z.ZodType;
  /** `null`: acknowledged without a value. */
  readonly answer: z.ZodType | null;
}

/** The acknowledgement of an ask. Only the server makes one, so the browser trusts its shape after parsing. */
export type Answer<A extends Ask> = Result<
  A["answer"] extends z.ZodType ? z.infer<A["answer"]> : null,
  Refusal
>;

/** The maps Socket.IO is typed with, derived from a table of asks. */
export type AskMap<Asks extends Record<string, Ask>> = {
  [Name in keyof Asks]: (
    message: z.infer<Asks[Name]["schema"]>,
    reply: (answer: Answer<Asks[Name]>) => void,
  ) => void;
};

/** What the server tells, by name: schema of its one argument. */
export type TellMap<Tells extends Record<string, z.ZodType>> = {
  [Name in keyof Tells]: (message: z.infer<Tells[Name]>) => void;
};

/** Keeps an ask's literal types. */
export function ask<const A extends Ask>(definition: A): A {
  return definition;
}
