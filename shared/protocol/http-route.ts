import { z } from "zod";
import {
  clipIdSchema,
  cycleIdSchema,
  inviteIdSchema,
  journeyIdSchema,
  personIdSchema,
  reviewIdSchema,
} from "#shared/domain/ids.ts";
import type { Action } from "#shared/domain/permissions.ts";

/** One row of the HTTP interface: the action it needs and, by the one id in its path, its thing. */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly action: Action;
  readonly params: z.ZodObject;
  /** `null` where the request has no JSON body. */
  readonly body: z.ZodType | null;
  /** `null` answers 204 without a body. */
  readonly answer: z.ZodType | null;
  /** Where a file goes as it is: the request's body, or the answer. */
  readonly file?: "body" | "answer";
}

/** Writes a row down with its exact types. */
export function route<const R extends Route>(definition: R): R {
  return definition;
}

/** The ids that stand in a path, by what they name. */
export const pathIds = {
  none: z.strictObject({}),
  journey: z.strictObject({ journeyId: journeyIdSchema }),
  cycle: z.strictObject({ cycleId: cycleIdSchema }),
  person: z.strictObject({ personId: personIdSchema }),
  clip: z.strictObject({ clipId: clipIdSchema }),
  review: z.strictObject({ reviewId: reviewIdSchema }),
  invite: z.strictObject({ inviteId: inviteIdSchema }),
} as const;
