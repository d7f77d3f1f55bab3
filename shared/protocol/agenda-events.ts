import { z } from "zod";
import { agendaPlaceSchema, agendaStepSchema } from "#shared/domain/agenda.ts";
import { ask } from "./events.ts";

/** What either may say of where the meeting is. */
export const agendaAsks = {
  /** Says that the meeting is at this step. It moves nothing on anybody's screen. */
  "agenda:go": ask({
    action: "agenda:go",
    schema: z.strictObject({ step: agendaStepSchema }),
    answer: null,
  }),
} as const;

/** What the room tells of it; also to whoever comes in later. */
export const agendaTells = {
  "agenda:changed": agendaPlaceSchema,
} as const;
