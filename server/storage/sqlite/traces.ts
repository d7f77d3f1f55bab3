import { sql } from "kysely";
import { z } from "zod";
import type { Traces } from "#server/storage/people-store.ts";
import type { PersonId } from "#shared/domain/ids.ts";
import { flagSchema } from "./flag.ts";
import type { Queries } from "./queries.ts";

const rowSchema = z.object({
  pictures: z.int(),
  boards: flagSchema,
  reports: flagSchema,
  checkIns: flagSchema,
  notes: flagSchema,
  summary: flagSchema,
});

/** Reviews that may speak of a person: a child's and practitioner's all, another's of cycles with the person's clips. */
const reviewsAbout = sql`
  reviews join cycles on cycles.cycle_id = reviews.cycle_id
  where cycles.journey_id = people.journey_id and (
    people.relation in ('child', 'practitioner')
    or exists (
      select 1 from clips join clip_people on clip_people.clip_id = clips.clip_id
      where clips.cycle_id = cycles.cycle_id and clip_people.person_id = people.person_id
    )
  )`;

/** What lies of a person beside the clips themselves; nothing of it is opened. */
export async function readTraces(queries: Queries, personId: PersonId): Promise<Traces> {
  const { rows } = await sql`select
    (
      select count(*) from stills join clip_people on clip_people.clip_id = stills.clip_id
      where clip_people.person_id = people.person_id
    ) as pictures,
    exists (
      select 1 from boards where review_id in (select reviews.review_id from ${reviewsAbout})
    ) as boards,
    exists (
      select 1 from reports where review_id in (select reviews.review_id from ${reviewsAbout})
    ) as reports,
    exists (select 1 from check_ins where person_id = people.person_id) as check_ins,
    people.relation = 'practitioner' and exists (
      select 1 from private_notes join invites on invites.invite_id = private_notes.participant_id
      where invites.role = 'practitioner' and invites.review_id in (
        select reviews.review_id from ${reviewsAbout}
      )
    ) as notes,
    exists (select 1 from summaries where person_id = people.person_id) as summary
    from people where person_id = ${personId}`.execute(queries);
  return rowSchema.parse(rows[0]);
}
