import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { readOwnCycles } from "#server/own/own-cycles.ts";
import { createHeldFacts } from "#server/people/held.ts";
import type { PersonId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { ownRoutes as routes } from "#shared/protocol/own-routes.ts";

/** The practitioner's own place. Who may has been decided: the browser opens this journey's practitioner's. */
export function ownRoutes({
  context,
  boards,
}: Pick<HandlerParts, "context" | "boards">): Pick<Handlers, keyof typeof routes> {
  const facts = createHeldFacts(context);

  async function heldOf(personId: PersonId | undefined) {
    const held = personId === undefined ? null : await facts.read(personId);
    return held === null ? fail("not-found") : ok(held);
  }

  return {
    readOwnCycles: async ({ params }) => {
      const cycles = await readOwnCycles({ ...context, boards }, params.journeyId);
      return cycles === null ? fail("not-found") : ok(cycles);
    },

    readOwnHeld: ({ visitor }) => heldOf(visitor.own?.personId),

    withdrawOwn: async ({ visitor, body: { purpose } }) => {
      const personId = visitor.own?.personId;
      if (personId === undefined) return fail("not-found");
      await facts.withdraw(personId, personId, purpose);
      return await heldOf(personId);
    },
  };
}
