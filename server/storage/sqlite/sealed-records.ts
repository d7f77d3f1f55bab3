import { sql } from "kysely";
import { z } from "zod";
import { flagSchema } from "./flag.ts";
import type { Queries } from "./queries.ts";

const rowSchema = z.object({ isThere: flagSchema });

/** Whether the database holds anything that was sealed by the key file. */
export async function hasSealedRecords(queries: Queries): Promise<boolean> {
  const { rows } = await sql`select
    exists (select 1 from boards where wrapped_key is not null)
    or exists (select 1 from stills)
    or exists (select 1 from private_notes)
    or exists (select 1 from check_ins)
    or exists (select 1 from signed_boards)
    or exists (select 1 from reports)
    or exists (select 1 from working_points)
    or exists (select 1 from summaries) as is_there`.execute(queries);
  return rowSchema.parse(rows[0]).isThere;
}
