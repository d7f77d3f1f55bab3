import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { ok } from "#shared/lib/result.ts";

type FocusRoutes = "setHelpingQuestion" | "setGoals" | "rateGoal" | "setJourneyTags";

/** What is hoped for, from the journey's page. */
export function focusRoutes({ context, focus }: HandlerParts): Pick<Handlers, FocusRoutes> {
  return {
    setHelpingQuestion: ({ params, body }) => focus.setQuestion(params.journeyId, body),
    setGoals: ({ params, body }) => focus.setGoals(params.journeyId, body),
    rateGoal: ({ params, body }) => focus.rate(params.journeyId, body),
    setJourneyTags: async ({ params, body }) => {
      await context.stores.journeys.setUsesOutcomes(params.journeyId, body.usesOutcomes);
      return ok(null);
    },
  };
}
