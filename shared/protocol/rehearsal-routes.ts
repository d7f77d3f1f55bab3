import { z } from "zod";
import { clipIdSchema, journeyIdSchema } from "#shared/domain/ids.ts";
import { instantSchema } from "#shared/domain/journey.ts";
import { nameSchema } from "#shared/domain/people.ts";
import { pathIds, route } from "./http-route.ts";

/** Under this path stand the houses of rehearsals, each at an id of its own. */
export const rehearsalRoot = "/rehearsal";

/** How a clip stands for its review: it plays, or what is still missing. */
export const clipStandings = ["plays", "no-file", "nobody-in-shot", "permission-missing"] as const;

/** What a guider learns when a rehearsal begins: where it stands, and what can be known without walking in. */
export const rehearsalSchema = z.strictObject({
  /** Before every address of the practitioner's: `/rehearsal/<uuid>`. */
  path: z.string().regex(/^\/rehearsal\/[0-9a-f-]{36}$/),
  /** Of the link that leads into the rehearsal and nowhere else. */
  secret: z.string().length(43),
  endsAtMs: instantSchema,
  journeyId: journeyIdSchema,
  practitionerName: nameSchema,
  startsAtMs: instantSchema,
  /** The practitioner's own link to the review, the best there is; null when none was made. */
  link: z
    .strictObject({
      standing: z.enum(["open", "early", "late", "ended", "revoked"]),
      opensAtMs: instantSchema,
      closesAtMs: instantSchema,
    })
    .nullable(),
  /** All clips of the cycle in their order. */
  clips: z.array(
    z.strictObject({
      clipId: clipIdSchema,
      title: z.string(),
      standing: z.enum(clipStandings),
      /** Whose permission has not been recorded. */
      missing: z.array(nameSchema),
    }),
  ),
});
export type Rehearsal = z.infer<typeof rehearsalSchema>;

/** A guider alone tries the way in and the room as the practitioner will find them. */
export const rehearsalRoutes = {
  /** Ends any other rehearsal of this review or browser. Refused while the practitioner is there. */
  beginRehearsal: route({
    method: "POST",
    path: "/api/reviews/:reviewId/rehearsal",
    action: "review:rehearse",
    params: pathIds.review,
    body: null,
    answer: rehearsalSchema,
  }),
  endRehearsal: route({
    method: "DELETE",
    path: "/api/reviews/:reviewId/rehearsal",
    action: "review:rehearse",
    params: pathIds.review,
    body: null,
    answer: null,
  }),
} as const;
