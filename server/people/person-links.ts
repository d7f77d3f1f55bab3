import type { AppContext } from "#server/context.ts";
import { hashSecret } from "#server/identity/tokens.ts";
import type { StoredPersonLink } from "#server/storage/people-store.ts";
import { personLinkIdSchema } from "#shared/domain/ids.ts";
import type { JourneyId, PersonId, PersonLinkId } from "#shared/domain/ids.ts";
import { linkedRelations } from "#shared/domain/people.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import { personLinkDays } from "#shared/protocol/people-routes.ts";
import type { PersonLink } from "#shared/protocol/people-routes.ts";

/** Links to people's plain-words pages: made and closed by the guider, opened by whoever has one. */
export interface PersonLinks {
  /** Refused for a child, and for an end that is past or more than a year away. The secret is answered once. */
  issue(
    personId: PersonId,
    closesAtMs: number,
  ): Promise<Result<{ link: PersonLink; secret: string }, "invalid" | "not-found">>;
  revoke(personId: PersonId, linkId: PersonLinkId): Promise<void>;
  linksOf(journeyId: JourneyId): Promise<PersonLink[]>;
  /** Whose link this is; null for every link that opens nothing, whatever the reason. */
  open(secret: string): Promise<Pick<StoredPersonLink, "personId" | "closesAtMs"> | null>;
}

const dayMs = 86_400_000;

/** Keeps the people's links of one server; opening one uses nothing up and leaves no session. */
export function createPersonLinks({
  stores,
  clock,
  random,
}: Pick<AppContext, "stores" | "clock" | "random">): PersonLinks {
  const isOpen = ({ closesAtMs, revokedAtMs }: StoredPersonLink) =>
    revokedAtMs === null && clock.nowMs() < closesAtMs;

  const shownLink = (link: StoredPersonLink): PersonLink => ({
    linkId: link.linkId,
    personId: link.personId,
    closesAtMs: link.closesAtMs,
    isClosed: !isOpen(link),
  });

  return {
    issue: async (personId, closesAtMs) => {
      const nowMs = clock.nowMs();
      const latestMs = nowMs + personLinkDays.atMost * dayMs;
      if (closesAtMs <= nowMs || closesAtMs > latestMs) return fail("invalid");
      const person = await stores.journeys.readPerson(personId);
      if (person === null) return fail("not-found");
      if (!linkedRelations.some((relation) => relation === person.relation)) return fail("invalid");
      const secret = random.secret();
      const link: StoredPersonLink = {
        linkId: personLinkIdSchema.parse(random.uuid()),
        personId,
        secretHash: hashSecret(secret),
        closesAtMs,
        revokedAtMs: null,
      };
      await stores.people.addLink(link, nowMs);
      return ok({ link: shownLink(link), secret });
    },

    revoke: (personId, linkId) => stores.people.revokeLink(personId, linkId, clock.nowMs()),

    linksOf: async (journeyId) => (await stores.people.linksOf(journeyId)).map(shownLink),

    open: async (secret) => {
      const link = await stores.people.findLink(hashSecret(secret));
      return link !== null && isOpen(link) ? link : null;
    },
  };
}
