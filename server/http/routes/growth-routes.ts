import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { readGrowth } from "#server/rewatch/growth.ts";
import { createRewatches } from "#server/rewatch/rewatches.ts";
import { fail, ok } from "#shared/lib/result.ts";

type GrowthRoutes =
  | "readGrowth"
  | "readOwnGrowth"
  | "readRewatches"
  | "openRewatch"
  | "closeRewatch";

/** How a journey has gone, for both, and the clips its guider opens for the practitioner to watch alone. */
export function growthRoutes({
  context,
  boards,
}: Pick<HandlerParts, "context" | "boards">): Pick<Handlers, GrowthRoutes> {
  const rewatches = createRewatches(context);
  const growthFor = async (
    reader: "guider" | "practitioner",
    journeyId: Parameters<typeof readGrowth>[1],
  ) => {
    const growth = await readGrowth({ ...context, boards }, journeyId, reader);
    return growth === null ? fail("not-found") : ok(growth);
  };

  return {
    readGrowth: ({ params }) => growthFor("guider", params.journeyId),
    readOwnGrowth: ({ params }) => growthFor("practitioner", params.journeyId),
    readRewatches: async ({ params }) => ok(await rewatches.listOpen(params.journeyId)),

    openRewatch: async ({ params, body, thing }) => {
      if (thing.kind !== "owned") return fail("not-found");
      return await rewatches.open(thing.journeyId, { ...params, ...body });
    },

    closeRewatch: async ({ params, thing }) => {
      if (thing.kind !== "owned") return fail("not-found");
      await rewatches.close(thing.journeyId, params.clipId);
      return ok(null);
    },
  };
}
