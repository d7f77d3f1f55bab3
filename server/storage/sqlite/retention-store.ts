import { z } from "zod";
import type { RetentionStore } from "#server/storage/retention-store.ts";
import { clipIdSchema, journeyIdSchema } from "#shared/domain/ids.ts";
import type { JourneyId } from "#shared/domain/ids.ts";
import { daySchema } from "#shared/domain/journey.ts";
import type { KeptJourney } from "#shared/domain/retention.ts";
import { readTogether } from "./queries.ts";
import type { Queries } from "./queries.ts";

const journeyRowSchema = z.object({
  journeyId: journeyIdSchema,
  endedAtMs: z.int().nullable(),
  deletesOn: daySchema.nullable(),
  wordsKeptMonths: z.int(),
});
const clipRowSchema = z.object({
  journeyId: journeyIdSchema,
  clipId: clipIdSchema,
  addedAtMs: z.int(),
});
const liveRowSchema = z.object({ journeyId: journeyIdSchema, startsAtMs: z.int() });

/** What retention needs to know of the journeys, and no word of them. */
export function createRetentionStore(queries: Queries): RetentionStore {
  return {
    listKept: () => readTogether(queries, listKept),

    async removeJourney(journeyId) {
      await queries.deleteFrom("journeys").where("journeyId", "=", journeyId).execute();
    },
  };
}

async function listKept(read: Queries): Promise<KeptJourney[]> {
  const journeys = await read
    .selectFrom("journeys")
    .innerJoin("accounts", "accounts.accountId", "journeys.guiderId")
    .innerJoin("organisations", "organisations.organisationId", "accounts.organisationId")
    .select([
      "journeys.journeyId",
      "journeys.endedAtMs",
      "journeys.deletesOn",
      "organisations.wordsKeptMonths",
    ])
    .execute();
  const clips = await read
    .selectFrom("clips")
    .innerJoin("cycles", "cycles.cycleId", "clips.cycleId")
    .select(["cycles.journeyId", "clips.clipId", "clips.createdAtMs as addedAtMs"])
    .execute();
  const live = await read
    .selectFrom("reviews")
    .innerJoin("cycles", "cycles.cycleId", "reviews.cycleId")
    .select(["cycles.journeyId", "reviews.startsAtMs"])
    .where("reviews.state", "=", "live")
    .execute();
  const clipsOf = clips.map((row) => clipRowSchema.parse(row));
  const liveOf = live.map((row) => liveRowSchema.parse(row));
  return journeys.map((row) => {
    const { journeyId, endedAtMs, deletesOn, wordsKeptMonths } = journeyRowSchema.parse(row);
    const isOurs = (each: { readonly journeyId: JourneyId }) => each.journeyId === journeyId;
    return {
      journeyId,
      end: endedAtMs === null || deletesOn === null ? null : { endedAtMs, deletesOn },
      wordsKeptMonths,
      clips: clipsOf.filter(isOurs).map(({ clipId, addedAtMs }) => ({ clipId, addedAtMs })),
      liveSinceMs: liveOf.filter(isOurs).map(({ startsAtMs }) => startsAtMs),
    };
  });
}
