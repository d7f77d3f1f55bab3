import { z } from "zod";
import { journeyEndSchema, plannedEndSchema } from "#shared/domain/journey.ts";
import type { JourneyEnd, PlannedEnd } from "#shared/domain/journey.ts";

const endRowSchema = z.object({
  ...plannedEndSchema.shape,
  endedAtMs: z.int().nullable(),
  endReason: z.string(),
});

/** A journey's columns about its end. What is kept and the day stand there before it has come. */
export const endColumns = [
  "journeys.endedAtMs",
  "journeys.endReason",
  "journeys.keeps",
  "journeys.deletesOn",
] as const;

/** A journey's end out of its row; null while it goes on. */
export function readEnd(row: unknown): JourneyEnd | null {
  const { endedAtMs, endReason: reason, keeps, deletesOn } = endRowSchema.parse(row);
  return endedAtMs === null
    ? null
    : journeyEndSchema.parse({ endedAtMs, reason, keeps, deletesOn });
}

/** What both have in mind for the end, out of the same row. */
export function readPlannedEnd(row: unknown): PlannedEnd {
  const { keeps, deletesOn } = endRowSchema.parse(row);
  return { keeps, deletesOn };
}
