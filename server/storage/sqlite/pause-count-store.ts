import { sql } from "kysely";
import type { PauseCountStore } from "#server/storage/pause-count-store.ts";
import { pauseCountSchema } from "#shared/protocol/supervision-routes.ts";
import { writeTogether } from "./queries.ts";
import type { Queries } from "./queries.ts";

/** Pause counts: one statement looks whether they are kept and counts. */
export function createPauseCountStore(queries: Queries): PauseCountStore {
  return {
    async add(reviewId, role) {
      await sql`insert into pause_counts (review_id, role, pauses)
        select review_id, ${role}, 1
        from reviews join cycles using (cycle_id) join journeys using (journey_id)
        where review_id = ${reviewId} and state = 'live' and counts_pauses = 1
        on conflict (review_id, role) do update set pauses = pauses + 1`.execute(queries);
    },

    async listOfJourney(journeyId) {
      const { rows } = await sql`select review_id,
          coalesce(sum(case when role = 'guider' then pauses end), 0) as guider,
          coalesce(sum(case when role = 'practitioner' then pauses end), 0) as practitioner
        from reviews join cycles using (cycle_id) join pause_counts using (review_id)
        where journey_id = ${journeyId} and state = 'ended'
        group by review_id order by min(starts_at_ms), review_id`.execute(queries);
      return rows.map((row) => pauseCountSchema.parse(row));
    },

    setOn: (journeyId, isOn) =>
      writeTogether(queries, async (write) => {
        await write
          .updateTable("journeys")
          .set({ countsPauses: isOn ? 1 : 0 })
          .where("journeyId", "=", journeyId)
          .execute();
        if (isOn) return;
        await write
          .deleteFrom("pauseCounts")
          .where("reviewId", "in", (reviews) =>
            reviews
              .selectFrom("reviews")
              .innerJoin("cycles", "cycles.cycleId", "reviews.cycleId")
              .select("reviews.reviewId")
              .where("cycles.journeyId", "=", journeyId),
          )
          .execute();
      }),
  };
}
