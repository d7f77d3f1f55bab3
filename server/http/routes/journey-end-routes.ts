import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { endOf, refusalOfMove } from "#shared/domain/journey-state.ts";
import { fail, ok } from "#shared/lib/result.ts";

type JourneyEndRoutes = "endJourney" | "reopenJourney" | "readOwnEnd";

/** A journey's end: ended and taken up again by its guider, read by its practitioner. */
export function journeyEndRoutes({ context }: HandlerParts): Pick<Handlers, JourneyEndRoutes> {
  const { clock, stores } = context;
  const { journeys, pauseCounts, people } = stores;

  return {
    endJourney: async ({ params: { journeyId }, body }) => {
      const journey = await journeys.read(journeyId);
      if (journey === null) return fail("not-found");
      const { clipsKeptDays } = await people.keptFor(journeyId);
      const end = endOf(journey, body, clipsKeptDays, clock.nowMs());
      if (!end.ok) return end;
      await journeys.setEnd(journeyId, end.value);
      await pauseCounts.setOn(journeyId, false);
      return end;
    },

    reopenJourney: async ({ params: { journeyId } }) => {
      const journey = await journeys.read(journeyId);
      if (journey === null) return fail("not-found");
      const refusal = refusalOfMove(journey, "reopen", clock.nowMs());
      if (refusal !== null) return fail(refusal);
      await journeys.setEnd(journeyId, null);
      return ok(null);
    },

    readOwnEnd: async ({ params: { journeyId } }) => {
      const journey = await journeys.read(journeyId);
      if (journey === null) return fail("not-found");
      const kept = await people.keptFor(journeyId);
      if (journey.end === null) return ok({ end: null, ...kept });
      const { endedAtMs, keeps, deletesOn } = journey.end;
      return ok({ end: { endedAtMs, keeps, deletesOn }, ...kept });
    },
  };
}
