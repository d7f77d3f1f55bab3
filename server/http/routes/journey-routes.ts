import {
  accountIdSchema,
  cycleIdSchema,
  journeyIdSchema,
  personIdSchema,
} from "#shared/domain/ids.ts";
import { cycleLineOf } from "#shared/domain/cycle-line.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { HandlerParts, Handlers } from "#server/http/handlers.ts";

type JourneyRoutes =
  | "listJourneys"
  | "createJourney"
  | "readJourney"
  | "addPerson"
  | "recordPermission"
  | "startCycle";

/** A guider's journeys: the child and practitioner, what is hoped for, who gave which permission. */
export function journeyRoutes({ context }: HandlerParts): Pick<Handlers, JourneyRoutes> {
  const { clock, random, access } = context;
  const { journeys } = context.stores;

  return {
    listJourneys: async ({ visitor }) => {
      const { principal } = visitor;
      if (principal.kind !== "account") return fail("forbidden");
      const listed = await journeys.list(accountIdSchema.parse(principal.accountId));
      return ok(
        await Promise.all(
          listed.map(async (summary) => {
            const journey = summary.end === null ? await journeys.read(summary.journeyId) : null;
            const lines = journey?.cycles.map((cycle) => cycleLineOf(journey, cycle)) ?? [];
            return { ...summary, lines };
          }),
        ),
      );
    },

    createJourney: async ({ visitor, body }) => {
      const { principal } = visitor;
      if (principal.kind !== "account") return fail("forbidden");
      const journeyId = journeyIdSchema.parse(random.uuid());
      const ids = {
        journeyId,
        guiderId: accountIdSchema.parse(principal.accountId),
        cycleId: cycleIdSchema.parse(random.uuid()),
        childPersonId: personIdSchema.parse(random.uuid()),
        practitionerPersonId: personIdSchema.parse(random.uuid()),
      };
      await journeys.add({ ...body, ...ids }, clock.nowMs());
      const journey = await journeys.read(journeyId);
      return journey === null ? fail("not-found") : ok(journey);
    },

    readJourney: async ({ params }) => {
      const journey = await journeys.read(params.journeyId);
      return journey === null ? fail("not-found") : ok(journey);
    },

    addPerson: async ({ params, body }) => {
      const personId = personIdSchema.parse(random.uuid());
      await journeys.addPerson({ personId, ...params, ...body }, clock.nowMs());
      const person = await journeys.readPerson(personId);
      return person === null ? fail("not-found") : ok(person);
    },

    recordPermission: async ({ params, body, thing }) => {
      const { personId } = params;
      await journeys.recordPermission(personId, body.purpose, body.status, clock.nowMs());
      if (thing.kind === "owned") {
        access.announce({ kind: "clips-changed", journeyId: thing.journeyId });
      }
      const person = await journeys.readPerson(personId);
      return person === null ? fail("not-found") : ok(person);
    },

    startCycle: async ({ params }) => {
      const cycleId = cycleIdSchema.parse(random.uuid());
      const number = await journeys.addCycle({ cycleId, ...params }, clock.nowMs());
      return ok({ cycleId, number, clips: [], reviews: [], aims: [] });
    },
  };
}
