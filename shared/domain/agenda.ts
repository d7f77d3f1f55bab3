import { z } from "zod";
import { participantIdSchema } from "./ids.ts";
import type { ReviewKind } from "./journey.ts";

/** The steps of each kind of meeting in the order VIG takes them; nobody is held to it. */
export const agendaSteps = {
  focus: ["welcome", "question", "goals", "filming", "permissions", "nextFilm"],
  review: [
    "welcome",
    "checkIn",
    "lastAims",
    "helpingQuestion",
    "clips",
    "lookingAtAll",
    "aims",
    "rate",
    "closingCheckIn",
    "nextFilm",
  ],
  last: [
    "welcome",
    "checkIn",
    "lastAims",
    "thenAndNow",
    "lookingAtAll",
    "rate",
    "keep",
    "deletion",
    "followUp",
    "thanks",
  ],
} as const satisfies Record<ReviewKind, readonly string[]>;

/** Any step of any meeting. */
export const agendaStepSchema = z.enum([
  ...agendaSteps.focus,
  ...agendaSteps.review,
  ...agendaSteps.last,
]);
export type AgendaStep = z.infer<typeof agendaStepSchema>;

/** Where a meeting is, and who said so; null until somebody does. */
export const agendaPlaceSchema = z.strictObject({
  step: agendaStepSchema.nullable(),
  by: participantIdSchema.nullable(),
});
export type AgendaPlace = z.infer<typeof agendaPlaceSchema>;

/** Nobody has said where the meeting is. */
export const noPlace: AgendaPlace = { step: null, by: null };

/** The steps of this meeting: in the first cycle there are no last aims to come back to. */
export function agendaOf(kind: ReviewKind, cycleNumber: number): readonly AgendaStep[] {
  return agendaSteps[kind].filter((step) => step !== "lastAims" || cycleNumber > 1);
}
