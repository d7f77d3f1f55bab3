import { createCheckIns } from "#server/check-in/check-ins.ts";
import type { Visitor } from "#server/context.ts";
import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import type { PersonId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";

type CheckInRoutes = "readOwnCheckIns" | "keepCheckIn" | "shareCheckIn" | "readSharedCheckIns";

/** Check-ins: the practitioner's own, and what of them the guider may see. */
export function checkInRoutes({ context }: HandlerParts): Pick<Handlers, CheckInRoutes> {
  const checkIns = createCheckIns(context);

  return {
    readOwnCheckIns: async ({ params: { journeyId }, visitor }) => {
      const personId = writerOf(visitor);
      return personId === null ? fail("not-found") : ok(await checkIns.own(journeyId, personId));
    },

    keepCheckIn: async ({ params: { journeyId }, body: { place, answers }, visitor }) => {
      const personId = writerOf(visitor);
      if (personId === null) return fail("not-found");
      const kept = await checkIns.keep(journeyId, personId, place, answers);
      return kept.ok ? ok(await checkIns.own(journeyId, personId)) : kept;
    },

    shareCheckIn: async ({ params: { journeyId }, body: { place, isShared }, visitor }) => {
      const personId = writerOf(visitor);
      if (personId === null) return fail("not-found");
      await checkIns.share(personId, place, isShared);
      return ok(await checkIns.own(journeyId, personId));
    },

    readSharedCheckIns: async ({ params: { journeyId } }) => ok(await checkIns.shared(journeyId)),
  };
}

/** Who may has been decided by the journey: whose place the browser opens is its practitioner. */
const writerOf = ({ own }: Visitor): PersonId | null => own?.personId ?? null;
