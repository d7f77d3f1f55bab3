import type { Visitor } from "#server/context.ts";
import type { Answered, HandlerParts, Handlers } from "#server/http/handlers.ts";
import { createTraineeLogs } from "#server/supervision/trainee-log.ts";
import { accountIdSchema } from "#shared/domain/ids.ts";
import type { AccountId } from "#shared/domain/ids.ts";
import type { TraineeLog } from "#shared/domain/trainee-log.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { supervisionRoutes as routes } from "#shared/protocol/supervision-routes.ts";

/** A guider's own log and working points, and who paused how often in their journeys. */
export function supervisionRoutes({
  context,
}: Pick<HandlerParts, "context">): Pick<Handlers, keyof typeof routes> {
  const { pauseCounts } = context.stores;
  const logs = createTraineeLogs(context);

  return {
    readTraineeLog: ({ visitor }) => ofGuider(visitor, (id) => logs.read(id)),

    setStage: ({ visitor, body }) => ofGuider(visitor, (id) => logs.setStage(id, body.stage)),

    addSupervision: ({ visitor, body }) => ofGuider(visitor, (id) => logs.addSupervision(id, body)),

    removeSupervision: ({ visitor, body }) =>
      ofGuider(visitor, (id) => logs.removeSupervision(id, body.supervisionId)),

    readWorkingPoints: async ({ params }) => ok(await logs.workingPointsOf(params.journeyId)),

    keepWorkingPoint: async ({ params, body }) => {
      await logs.keepWorkingPoint(params.reviewId, body.words);
      return ok(null);
    },

    readPauses: async ({ params }) => ok(await pauseCounts.listOfJourney(params.journeyId)),

    setCountsPauses: async ({ params, body }) => {
      await pauseCounts.setOn(params.journeyId, body.countsPauses);
      return ok(null);
    },
  };
}

/** Whose log it is says the session alone. */
async function ofGuider(
  { principal }: Visitor,
  answer: (accountId: AccountId) => Promise<TraineeLog>,
): Promise<Answered<"readTraineeLog">> {
  if (principal.kind !== "account") return fail("forbidden");
  return ok(await answer(accountIdSchema.parse(principal.accountId)));
}
