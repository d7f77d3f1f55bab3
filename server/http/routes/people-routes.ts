import type { Answered, HandlerParts, Handlers } from "#server/http/handlers.ts";
import { createHeldFacts } from "#server/people/held.ts";
import { createPersonLinks } from "#server/people/person-links.ts";
import { dissentIdSchema } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";

type PeopleRoutes =
  | "readPeopleNotes"
  | "setAgreedWithPeople"
  | "addDissent"
  | "removeDissent"
  | "issuePersonLink"
  | "revokePersonLink"
  | "openHeld"
  | "withdrawHeld";

/** What is agreed with people, and the page on which each reads what is held and takes a permission back. */
export function peopleRoutes({
  context,
}: Pick<HandlerParts, "context">): Pick<Handlers, PeopleRoutes> {
  const { people } = context.stores;
  const links = createPersonLinks(context);
  const facts = createHeldFacts(context);

  /** A link that opens nothing is not there, whatever the reason. */
  async function openHeld(secret: string): Promise<Answered<"openHeld">> {
    const link = await links.open(secret);
    const held = link === null ? null : await facts.read(link.personId);
    if (link === null || held === null) return fail("not-found");
    return ok({ held, closesAtMs: link.closesAtMs });
  }

  return {
    readPeopleNotes: async ({ params: { journeyId } }) =>
      ok({
        dissents: await people.dissentsOf(journeyId),
        links: await links.linksOf(journeyId),
      }),

    setAgreedWithPeople: async ({ params, body }) => {
      await people.setAgreed(params.journeyId, body);
      return ok(null);
    },

    addDissent: async ({ params, body }) => {
      const dissentId = dissentIdSchema.parse(context.random.uuid());
      await people.addDissent({ ...params, ...body, dissentId }, context.clock.nowMs());
      return ok(null);
    },

    removeDissent: async ({ params, body }) => {
      await people.removeDissent(params.journeyId, body.dissentId);
      return ok(null);
    },

    issuePersonLink: async ({ params, body }) =>
      await links.issue(params.personId, body.closesAtMs),

    revokePersonLink: async ({ params, body }) => {
      await links.revoke(params.personId, body.linkId);
      return ok(null);
    },

    openHeld: async ({ body }) => await openHeld(body.secret),

    withdrawHeld: async ({ body: { secret, personId, purpose } }) => {
      const link = await links.open(secret);
      if (link === null) return fail("not-found");
      const isTheirs = await facts.withdraw(link.personId, personId, purpose);
      return isTheirs ? await openHeld(secret) : fail("not-found");
    },
  };
}
