import type { FrameworkStore } from "#server/storage/stores.ts";
import { defaultFramework, frameworkSchema, withFamilies } from "#shared/board/framework.ts";
import type { Framework } from "#shared/board/framework.ts";
import type { OrganisationId } from "#shared/domain/ids.ts";
import { writeTogether } from "./queries.ts";
import type { Queries } from "./queries.ts";

/** The organisations' words for attunement, each as one JSON value. */
export function createFrameworkStore(queries: Queries): FrameworkStore {
  return {
    read: (organisationId) => readFramework(queries, organisationId),

    replace: (organisationId, families) =>
      writeTogether(queries, async (write) => {
        const after = withFamilies(await readFramework(write, organisationId), families);
        const framework = JSON.stringify(after);
        await write
          .insertInto("frameworks")
          .values({ organisationId, framework })
          .onConflict((conflict) => conflict.column("organisationId").doUpdateSet({ framework }))
          .execute();
        return after;
      }),
  };
}

async function readFramework(queries: Queries, organisationId: OrganisationId): Promise<Framework> {
  const row = await queries
    .selectFrom("frameworks")
    .select("framework")
    .where("organisationId", "=", organisationId)
    .executeTakeFirst();
  return row === undefined ? defaultFramework : frameworkSchema.parse(JSON.parse(row.framework));
}
