import type { AppContext } from "#server/context.ts";
import type { StoredReport } from "#server/storage/report-store.ts";
import type { StoredReview } from "#server/storage/review-store.ts";
import type { JourneyId, ReviewId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type {
  AgreedReport,
  GuiderReport,
  OwnReport,
  ReportChoices,
} from "#shared/protocol/report-routes.ts";
import { buildReport } from "#shared/report/build-report.ts";
import { canonicalReport } from "#shared/report/report.ts";
import type { Report } from "#shared/report/report.ts";
import { beforeAgreement, shownReport } from "#shared/report/shown-report.ts";
import { createTurns } from "./in-turn.ts";
import { openReport, sealReport } from "./kept-report.ts";
import type { KeptReport } from "./kept-report.ts";
import { mayTellStill, peopleOf, readReportFacts } from "./report-facts.ts";
import type { FactParts } from "./report-facts.ts";

/** The reports of all reviews, as the guider makes them and the practitioner agrees to them. */
export interface Reports {
  forGuider(reviewId: ReviewId): Promise<Result<GuiderReport, "not-found">>;
  /** Makes it from the board as it is now; what the practitioner put in stays. */
  keep(
    reviewId: ReviewId,
    choices: ReportChoices,
  ): Promise<Result<GuiderReport, "not-found" | "report-early">>;
  /** What was agreed to, to be taken away. */
  agreed(reviewId: ReviewId): Promise<Result<AgreedReport, "report-not-agreed">>;
  forPractitioner(journeyId: JourneyId): Promise<OwnReport[]>;
  write(
    journeyId: JourneyId,
    reviewId: ReviewId,
    own: OwnReport["own"],
  ): Promise<Result<OwnReport, "not-found">>;
  /** Agrees to exactly the content of this hash; null takes an agreement back. */
  agree(
    journeyId: JourneyId,
    reviewId: ReviewId,
    sha256: string | null,
  ): Promise<Result<OwnReport, "not-found" | "report-changed">>;
}

/** What a report says from now on, and an agreement that stays if that is what it was to. */
interface Changed {
  readonly report: Report;
  readonly agreed: StoredReport["agreed"];
}

const noChoices: ReportChoices = { guiderWords: "", usesInitials: false, withStills: false };

/** Keeps the reports of one server. */
export function createReports(parts: FactParts & Pick<AppContext, "clock">): Reports {
  const { stores, keys, clock } = parts;
  const inTurn = createTurns<ReviewId>();

  async function find(reviewId: ReviewId): Promise<KeptReport | null> {
    const stored = await stores.reports.find(reviewId);
    return stored === null ? null : openReport(keys, stored);
  }

  async function build(review: StoredReview, choices: ReportChoices, kept: Report | null) {
    const facts = await readReportFacts(parts, review);
    if (facts === null) return null;
    const { practitionerWords = "", wellbeing = "" } = kept ?? {};
    const report = buildReport(facts, { ...choices, practitionerWords, wellbeing });
    return { report, people: peopleOf(facts.journey) };
  }

  /** Without pictures that may not be in it by now. */
  async function withAllowedStills(review: { reviewId: ReviewId }, report: Report) {
    const moments = await Promise.all(
      report.moments.map(async (moment) => ({
        ...moment,
        hasStill: moment.hasStill && (await mayTellStill(stores, review, moment.observationId)),
      })),
    );
    return { ...report, moments };
  }

  async function forGuider(reviewId: ReviewId): Promise<Result<GuiderReport, "not-found">> {
    const review = await stores.reviews.find(reviewId);
    if (review === null) return fail("not-found");
    const kept = await find(reviewId);
    if (kept === null) return ok(unmade(await build(review, noChoices, null)));
    const { report, shown, agreedAtMs } = kept;
    const choices = choicesOf(report);
    const isAgreed = agreedAtMs !== null;
    return ok({
      state: isAgreed ? "agreed" : "waiting",
      report: await withAllowedStills(review, isAgreed ? shown : beforeAgreement(shown)),
      choices,
      agreedAtMs,
      isBehind: isBehind(kept, await build(review, choices, report)),
    });
  }

  async function ownReport(reviewId: ReviewId, kept: KeptReport): Promise<OwnReport> {
    const { report, shown, sha256, agreedAtMs } = kept;
    const own = { words: report.practitionerWords, wellbeing: report.wellbeing };
    const told = await withAllowedStills({ reviewId }, shown);
    return { reviewId, report: told, own, sha256, agreedAtMs };
  }

  /** Changes a report of this journey; any other is not there. */
  function change<Reason extends "report-changed">(
    journeyId: JourneyId,
    reviewId: ReviewId,
    changed: (kept: KeptReport) => Result<Changed, Reason>,
  ): Promise<Result<OwnReport, "not-found" | Reason>> {
    return inTurn(reviewId, async () => {
      const review = await stores.reviews.find(reviewId);
      const kept = review?.journeyId === journeyId ? await find(reviewId) : null;
      if (kept === null) return fail("not-found");
      const next = changed(kept);
      if (!next.ok) return next;
      const { report, agreed } = next.value;
      const stored = sealReport(keys, reviewId, { report, people: kept.people }, agreed);
      await stores.reports.keep(stored, clock.nowMs());
      return ok(await ownReport(reviewId, openReport(keys, stored)));
    });
  }

  return {
    forGuider,

    keep: (reviewId, choices) =>
      inTurn(reviewId, async () => {
        const review = await stores.reviews.find(reviewId);
        if (review === null) return fail("not-found");
        const stored = await stores.reports.find(reviewId);
        const kept = stored === null ? null : openReport(keys, stored).report;
        const made = await build(review, choices, kept);
        if (made === null) return fail("report-early");
        const agreed = stored?.agreed ?? null;
        await stores.reports.keep(sealReport(keys, reviewId, made, agreed), clock.nowMs());
        return await forGuider(reviewId);
      }),

    agreed: async (reviewId) => {
      const kept = await find(reviewId);
      if (kept === null || kept.agreedAtMs === null) return fail("report-not-agreed");
      const { shown, sha256, agreedAtMs } = kept;
      return ok({ report: await withAllowedStills({ reviewId }, shown), sha256, agreedAtMs });
    },

    forPractitioner: async (journeyId) => {
      const stored = await stores.reports.listOfJourney(journeyId);
      return await Promise.all(stored.map((one) => ownReport(one.reviewId, openReport(keys, one))));
    },

    write: (journeyId, reviewId, { words, wellbeing }) =>
      change<never>(journeyId, reviewId, (kept) =>
        ok({
          report: { ...kept.report, practitionerWords: words, wellbeing },
          agreed: agreementTo(kept, kept.agreedAtMs),
        }),
      ),

    agree: (journeyId, reviewId, sha256) =>
      change<"report-changed">(journeyId, reviewId, (kept) => {
        if (sha256 !== null && sha256 !== kept.sha256) return fail("report-changed");
        const atMs = sha256 === null ? null : (kept.agreedAtMs ?? clock.nowMs());
        return ok({ report: kept.report, agreed: agreementTo(kept, atMs) });
      }),
  };
}

/** A report as it would be; `made` is null while it is too early for one. */
function unmade(made: Pick<KeptReport, "report" | "people"> | null): GuiderReport {
  const rest = { choices: noChoices, agreedAtMs: null, isBehind: false };
  if (made === null) return { state: "early", report: null, ...rest };
  return { state: "unmade", report: shownReport(made.report, made.people), ...rest };
}

/** Whether it would be another by now. What is planned next goes on changing, and undoes no agreement. */
function isBehind(
  { report, agreedAtMs }: KeptReport,
  fresh: Pick<KeptReport, "report"> | null,
): boolean {
  if (fresh === null) return false;
  const next = agreedAtMs === null ? fresh.report.next : report.next;
  return canonicalReport({ ...fresh.report, next }) !== canonicalReport(report);
}

function agreementTo({ sha256 }: KeptReport, atMs: number | null): StoredReport["agreed"] {
  return atMs === null ? null : { sha256, atMs };
}

function choicesOf({ guiderWords, usesInitials, withStills }: Report): ReportChoices {
  return { guiderWords, usesInitials, withStills };
}
