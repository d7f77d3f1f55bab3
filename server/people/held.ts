import type { AppContext } from "#server/context.ts";
import type { PersonId } from "#shared/domain/ids.ts";
import type { Journey } from "#shared/domain/journey.ts";
import { spokenFor } from "#shared/domain/people.ts";
import type { Person, Purpose } from "#shared/domain/people.ts";
import type { Held, HeldOfPerson } from "#shared/protocol/held-routes.ts";

/** What is held of people and by whom it is seen, told in facts, and the way to take a permission back. */
export interface HeldFacts {
  /** For this person, or null when there is none. */
  read(personId: PersonId): Promise<Held | null>;
  /**
   * Takes a given permission back, at once and wherever something plays. False when this person does not
   * speak for the other; a permission that is not given stays as it is.
   */
  withdraw(personId: PersonId, forPersonId: PersonId, purpose: Purpose): Promise<boolean>;
}

/** Reads what is held and takes permissions back; used by people's links and by the practitioner's own place. */
export function createHeldFacts({
  stores,
  clock,
  access,
}: Pick<AppContext, "stores" | "clock" | "access">): HeldFacts {
  async function journeyOf(personId: PersonId) {
    const owner = await stores.journeys.ownershipOf({ kind: "person", id: personId });
    const journey = owner === null ? null : await stores.journeys.read(owner.journeyId);
    const holder = journey?.people.find((person) => person.personId === personId);
    if (owner === null || journey === null || holder === undefined) return null;
    return { journey, holder, guiderId: owner.guiderId };
  }

  async function heldOf(person: Person, journey: Journey): Promise<HeldOfPerson> {
    const traces = await stores.people.tracesOf(person.personId);
    const shown = journey.cycles
      .flatMap(({ clips }) => clips)
      .filter(({ peopleInShot }) => peopleInShot.includes(person.personId));
    const isAbout = {
      clipWords: shown.length > 0,
      boards: traces.boards,
      reports: traces.reports,
      assent: person.relation === "child" && (await hasAssentWords(journey)),
      hopes: person.relation === "practitioner" && hasHopes(journey),
      checkIns: traces.checkIns,
      notes: traces.notes,
      summary: traces.summary,
    } satisfies Record<HeldOfPerson["words"][number], boolean>;
    const kinds = Object.keys(isAbout) as HeldOfPerson["words"]; // the names just written
    return {
      ...person,
      clips: shown.filter(({ media }) => media !== null).length,
      pictures: traces.pictures,
      words: kinds.filter((kind) => isAbout[kind]),
    };
  }

  async function hasAssentWords({ journeyId, assentSigns }: Journey): Promise<boolean> {
    return assentSigns !== "" || (await stores.people.dissentsOf(journeyId)).length > 0;
  }

  return {
    read: async (personId) => {
      const found = await journeyOf(personId);
      if (found === null) return null;
      const { journey, holder, guiderId } = found;
      const people = spokenFor(holder, journey.people);
      const guiderName = (await stores.accounts.find(guiderId))?.name;
      return {
        name: holder.name,
        relation: holder.relation,
        people: await Promise.all(people.map((person) => heldOf(person, journey))),
        seenBy: [
          ...(guiderName === undefined ? [] : [{ role: "guider" as const, name: guiderName }]),
          { role: "practitioner", name: journey.practitionerName },
          ...supervisorsOf(journey, people).map((name) => ({ role: "supervisor" as const, name })),
        ],
        countsPauses: holder.relation === "practitioner" && journey.countsPauses,
        deletesOn: journey.end?.deletesOn ?? null,
        ...(await stores.people.keptFor(journey.journeyId)),
        safeguardingContact: await stores.people.contactOf(journey.journeyId),
      };
    },

    withdraw: async (personId, forPersonId, purpose) => {
      const found = await journeyOf(personId);
      if (found === null) return false;
      const { journey, holder } = found;
      const person = spokenFor(holder, journey.people).find((one) => one.personId === forPersonId);
      if (person === undefined) return false;
      if (person.permissions[purpose] !== "given") return true;
      await stores.journeys.recordPermission(forPersonId, purpose, "withdrawn", clock.nowMs());
      access.announce({ kind: "clips-changed", journeyId: journey.journeyId });
      return true;
    },
  };
}

const hasHopes = ({ helpingQuestion, goals, cycles }: Journey) =>
  helpingQuestion !== "" || goals.length > 0 || cycles.some(({ aims }) => aims.length > 0);

/** The invited supervisors, while all of these people let the guider's supervisor see their clips. */
function supervisorsOf(journey: Journey, people: readonly Person[]): string[] {
  if (people.some(({ permissions }) => permissions.supervisorSeesClips !== "given")) return [];
  const invites = journey.cycles.flatMap(({ reviews }) => reviews).flatMap((one) => one.invites);
  const invited = invites.filter(({ role, state }) => role === "supervisor" && state !== "revoked");
  return [...new Set(invited.map(({ name }) => name))];
}
