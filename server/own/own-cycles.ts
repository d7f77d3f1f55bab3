import { readOwnNotes } from "#server/notes/own-notes.ts";
import type { FactParts } from "#server/report/report-facts.ts";
import { participantIdSchema } from "#shared/domain/ids.ts";
import type { JourneyId } from "#shared/domain/ids.ts";
import type { Review } from "#shared/domain/journey.ts";
import type { OwnCycle } from "#shared/protocol/own-routes.ts";
import { readOwnMoments } from "./own-moments.ts";

/** The practitioner's aims, pinned moments and private notes of each cycle; null when there is no such journey. */
export async function readOwnCycles(
  parts: FactParts,
  journeyId: JourneyId,
): Promise<OwnCycle[] | null> {
  const journey = await parts.stores.journeys.read(journeyId);
  if (journey === null) return null;
  return await Promise.all(
    journey.cycles.map(async ({ number, aims, reviews }) => ({
      number,
      aims,
      moments: (await Promise.all(reviews.map((review) => readOwnMoments(parts, review)))).flat(),
      notes: (await Promise.all(reviews.map((review) => notesOf(parts, review)))).flat(),
    })),
  );
}

/** In a review the practitioner is whoever came by a practitioner's link. */
async function notesOf(
  parts: Pick<FactParts, "stores" | "keys">,
  { reviewId, invites }: Review,
): Promise<string[]> {
  const own = invites.filter(({ role }) => role === "practitioner");
  const notes = await Promise.all(
    own.map(({ inviteId }) => readOwnNotes(parts, reviewId, participantIdSchema.parse(inviteId))),
  );
  return notes.flat().map(({ words }) => words);
}
