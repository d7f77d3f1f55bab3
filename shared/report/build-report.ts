import type { BoardContent, ObservationContent } from "#shared/board/board-content.ts";
import { observationFields } from "#shared/board/board-doc.ts";
import { familyIds, familyOf, labelTextOf } from "#shared/board/framework.ts";
import type { Framework } from "#shared/board/framework.ts";
import type { ClipId } from "#shared/domain/ids.ts";
import { observationIdSchema } from "#shared/domain/ids.ts";
import type { Journey, Review } from "#shared/domain/journey.ts";
import type { Report, ReportMoment } from "./report.ts";

/** What of a clip a report needs; its frames say where a moment lies. */
export interface ReportClip {
  readonly clipId: ClipId;
  readonly title: string;
  readonly framesMs: readonly number[];
}

/** Everything a report is read off. */
export interface ReportFacts {
  readonly board: BoardContent;
  readonly isSigned: boolean;
  readonly journey: Journey;
  readonly cycleNumber: number;
  readonly review: Pick<Review, "startsAtMs" | "nextOn" | "nextWhat">;
  readonly guiderName: string;
  readonly clips: readonly ReportClip[];
  readonly framework: Framework;
  /** The moments whose pictures may be in it. */
  readonly stills: ReadonlySet<string>;
  readonly nextReviewAtMs: number | null;
}

/** What people chose for it and wrote into it. */
export type ReportChoices = Pick<
  Report,
  "usesInitials" | "withStills" | "practitionerWords" | "guiderWords" | "wellbeing"
>;

/** The report of a review, every name as it is. */
export function buildReport(facts: ReportFacts, choices: ReportChoices): Report {
  const { board, journey, cycleNumber, review } = facts;
  return {
    format: "sameframe-report-1",
    practitionerName: journey.practitionerName,
    childName: journey.childName,
    guiderName: facts.guiderName,
    usesInitials: choices.usesInitials,
    withStills: choices.withStills,
    cycleNumber,
    heldAtMs: review.startsAtMs,
    isSigned: facts.isSigned,
    helpingQuestion: board.helpingQuestion.trim() || journey.helpingQuestion,
    goals: journey.goals.map(({ text, baseline, hopedFor, ratings, outcome }) => ({
      text,
      baseline,
      hopedFor,
      outcome: journey.usesOutcomes ? outcome : "",
      ratings: ratings.filter((rating) => rating.cycleNumber <= cycleNumber),
    })),
    moments: board.observations
      .filter(isTold)
      .map((one) => momentOf(one, facts, choices.withStills)),
    aims: board.aims
      .map(({ text, whereWhen }) => ({ text: text.trim(), whereWhen: whereWhen.trim() }))
      .filter(({ text, whereWhen }) => text !== "" || whereWhen !== ""),
    earlierAims: board.earlierAims
      .map(({ text, howDidItGo }) => ({ text: text.trim(), howDidItGo: howDidItGo.trim() }))
      .filter(({ howDidItGo }) => howDidItGo !== ""),
    practitionerWords: choices.practitionerWords,
    guiderWords: choices.guiderWords,
    wellbeing: choices.wellbeing,
    next: { reviewAtMs: facts.nextReviewAtMs, filmOn: review.nextOn, what: review.nextWhat },
  };
}

const isTold = ({ words }: ObservationContent) =>
  observationFields.some((field) => words[field].trim() !== "");

function momentOf(
  observation: ObservationContent,
  facts: ReportFacts,
  withStills: boolean,
): ReportMoment {
  const { anchor, principleIds, words } = observation;
  const clip = facts.clips.find(({ clipId }) => clipId === anchor.clipId);
  const placeOf = (frame: number | null) => {
    const startMs = frame === null ? undefined : clip?.framesMs[frame];
    return startMs === undefined ? null : Math.round(startMs);
  };
  return {
    observationId: observationIdSchema.parse(observation.observationId),
    clipId: clip?.clipId ?? null,
    clipTitle: clip?.title ?? "",
    positionMs: placeOf(anchor.frame),
    endMs: placeOf(observation.endFrame),
    initiative: words.initiative.trim(),
    meaning: words.meaning.trim(),
    response: words.response.trim(),
    followedBy: words.followedBy.trim(),
    feeling: words.feeling.trim(),
    principles: principlesOf(principleIds, facts.framework),
    hasStill: withStills && facts.stills.has(observation.observationId),
  };
}

function principlesOf(ids: readonly string[], framework: Framework): ReportMoment["principles"] {
  return familyIds
    .filter((familyId) => ids.some((id) => familyOf(id) === familyId))
    .map((familyId) => ({
      familyId,
      labels: ids
        .filter((id) => familyOf(id) === familyId && id !== familyId)
        .flatMap((id) => labelTextOf(framework, id) ?? []),
    }));
}
