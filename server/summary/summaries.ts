import type { AppContext } from "#server/context.ts";
import { hashSecret } from "#server/identity/tokens.ts";
import { openCopy } from "#server/signing/signed-copy.ts";
import type { PersonalPlace } from "#server/storage/personal-session-store.ts";
import type { StoredSummaryLink } from "#server/storage/summary-store.ts";
import { summaryLinkIdSchema } from "#shared/domain/ids.ts";
import type { JourneyId, PersonId, SummaryLinkId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { OwnSummary, SummaryLink } from "#shared/protocol/summary-routes.ts";
import { replaceNames } from "#shared/report/names.ts";
import {
  emptySummary,
  namesToReplace,
  proposeLines,
  summaryLimits,
  summarySchema,
  withoutNames,
} from "#shared/report/summary.ts";
import type { SignedReview, Summary } from "#shared/report/summary.ts";
import type { ReadSummary } from "./summary-page.ts";

/** Practitioners' strengths summaries: made by them alone, read by whoever has an open link. */
export interface Summaries {
  forPractitioner(own: PersonalPlace): Promise<OwnSummary>;
  keep(own: PersonalPlace, summary: Summary): Promise<OwnSummary>;
  /** Refused while nothing is approved, and for an end that is past or more than a year away. */
  share(
    own: PersonalPlace,
    link: Pick<SummaryLink, "forWhom" | "closesAtMs">,
  ): Promise<Result<{ link: SummaryLink; secret: string }, "summary-empty" | "invalid">>;
  closeLink(own: PersonalPlace, linkId: SummaryLinkId): Promise<void>;
  /** What a link opens; null for every link that opens nothing. */
  read(secret: string): Promise<ReadSummary | null>;
}

const dayMs = 86_400_000;

/** Keeps the strengths summaries of one server. */
export function createSummaries({
  stores,
  keys,
  clock,
  random,
}: Pick<AppContext, "stores" | "keys" | "clock" | "random">): Summaries {
  async function kept(personId: PersonId): Promise<Summary> {
    const sealed = await stores.summaries.find(personId);
    if (sealed === null) return emptySummary;
    const plain: unknown = JSON.parse(keys.open(labelOf(personId), sealed).toString());
    return summarySchema.parse(plain);
  }

  /** The journey, and how the names in it give way. */
  async function journeyOf(journeyId: JourneyId, childAs: Summary["childAs"]) {
    const journey = await stores.journeys.read(journeyId);
    const owner = await stores.journeys.ownershipOf({ kind: "journey", id: journeyId });
    if (journey === null || owner === null) throw new Error("a practitioner without a journey");
    const guiderName = (await stores.accounts.find(owner.guiderId))?.name ?? "";
    return { journey, changes: namesToReplace(journey, guiderName, childAs) };
  }

  async function forPractitioner({ personId, journeyId }: PersonalPlace): Promise<OwnSummary> {
    const summary = await kept(personId);
    const { journey, changes } = await journeyOf(journeyId, summary.childAs);
    const reviews = journey.cycles.flatMap((cycle) =>
      cycle.reviews.map(({ reviewId }) => ({ reviewId, cycleNumber: cycle.number })),
    );
    const signed = await Promise.all(
      reviews.map(async (review): Promise<SignedReview[]> => {
        const copy = await stores.signedBoards.latest(review.reviewId);
        return copy === null ? [] : [{ ...review, content: openCopy(keys, copy).content }];
      }),
    );
    return {
      practitionerName: journey.practitionerName,
      proposed: proposeLines(signed.flat(), (text) => replaceNames(text, changes)),
      summary,
      links: (await stores.summaries.linksOf(personId)).map((link) => shownLink(link)),
    };
  }

  const isOpen = ({ closesAtMs, revokedAtMs }: StoredSummaryLink) =>
    revokedAtMs === null && clock.nowMs() < closesAtMs;

  const shownLink = (link: StoredSummaryLink): SummaryLink => ({
    linkId: link.linkId,
    forWhom: link.forWhom,
    closesAtMs: link.closesAtMs,
    isClosed: !isOpen(link),
  });

  return {
    forPractitioner,

    keep: async (own, summary) => {
      const { changes } = await journeyOf(own.journeyId, summary.childAs);
      const plain = JSON.stringify(withoutNames(summary, changes));
      const sealed = keys.seal(labelOf(own.personId), Buffer.from(plain));
      await stores.summaries.keep(own.personId, sealed, clock.nowMs());
      return await forPractitioner(own);
    },

    share: async ({ personId }, { forWhom, closesAtMs }) => {
      const nowMs = clock.nowMs();
      const latestMs = nowMs + summaryLimits.linkDaysAtMost * dayMs;
      if (closesAtMs <= nowMs || closesAtMs > latestMs) return fail("invalid");
      if ((await kept(personId)).lines.length === 0) return fail("summary-empty");
      const secret = random.secret();
      const link: StoredSummaryLink = {
        linkId: summaryLinkIdSchema.parse(random.uuid()),
        personId,
        secretHash: hashSecret(secret),
        forWhom,
        closesAtMs,
        revokedAtMs: null,
      };
      await stores.summaries.addLink(link, nowMs);
      return ok({ link: shownLink(link), secret });
    },

    closeLink: async ({ personId }, linkId) =>
      await stores.summaries.revokeLink(personId, linkId, clock.nowMs()),

    read: async (secret) => {
      const link = await stores.summaries.findLink(hashSecret(secret));
      if (link === null || !isOpen(link)) return null;
      const owner = await stores.journeys.ownershipOf({ kind: "person", id: link.personId });
      const summary = await kept(link.personId);
      if (owner === null || summary.lines.length === 0) return null;
      // Once more: somebody may have joined the journey since it was kept.
      const { journey, changes } = await journeyOf(owner.journeyId, summary.childAs);
      return {
        practitionerName: journey.practitionerName,
        forWhom: replaceNames(link.forWhom, changes),
        closesAtMs: link.closesAtMs,
        summary: withoutNames(summary, changes),
      };
    },
  };
}

const labelOf = (personId: PersonId) => `summary:${personId}`;
