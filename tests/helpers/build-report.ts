import { randomUUID } from "node:crypto";
import type { BoardContent, ObservationContent } from "#shared/board/board-content.ts";
import { boardVersion } from "#shared/board/board-doc.ts";
import { defaultFramework } from "#shared/board/framework.ts";
import type { Journey } from "#shared/domain/journey.ts";
import type { ReportChoices, ReportFacts } from "#shared/report/build-report.ts";
import { morningMs, newId } from "#tests/helpers/build-records.ts";

/** A moment of a board with these words and nothing else. */
export function buildMoment(
  words: Partial<ObservationContent["words"]>,
  changes: Partial<Omit<ObservationContent, "words">> = {},
): ObservationContent {
  return {
    observationId: randomUUID(),
    anchor: { clipId: newId.clip(), clipRev: "a".repeat(64), frame: 0 },
    endFrame: null,
    turnFrames: [],
    drawing: [],
    heldBy: newId.participant(),
    createdAtMs: morningMs,
    pinnedBy: [],
    principleIds: [],
    words: { initiative: "", meaning: "", response: "", followedBy: "", feeling: "", ...words },
    ...changes,
  };
}

/** A board with nothing on it but this. */
export function buildBoard(changes: Partial<BoardContent> = {}): BoardContent {
  return {
    boardVersion,
    helpingQuestion: "",
    goals: [],
    observations: [],
    aims: [],
    earlierAims: [],
    ...changes,
  };
}

/** An aim of a board. */
export function buildAim(text: string, whereWhen = ""): BoardContent["aims"][number] {
  return { aimId: randomUUID(), fromObservationId: null, text, whereWhen };
}

/** Callum's journey with Zara, guided by nobody in particular, before anything has happened. */
export function buildJourney(changes: Partial<Journey> = {}): Journey {
  return {
    journeyId: newId.journey(),
    practitionerName: "Callum",
    childName: "Zara",
    setting: "nursery",
    helpingQuestion: "How do I reach Zara?",
    goals: [],
    people: [],
    lawfulBasis: "",
    assentSigns: "",
    usesOutcomes: false,
    countsPauses: false,
    plannedEnd: { keeps: "", deletesOn: null },
    cycles: [],
    end: null,
    ...changes,
  };
}

/** What a report of the first review is read off. */
export function buildReportFacts(changes: Partial<ReportFacts> = {}): ReportFacts {
  return {
    board: buildBoard(),
    isSigned: true,
    journey: buildJourney(),
    cycleNumber: 1,
    review: { startsAtMs: morningMs, nextOn: null, nextWhat: "" },
    guiderName: "Nadia",
    clips: [],
    framework: defaultFramework,
    stills: new Set(),
    nextReviewAtMs: null,
    ...changes,
  };
}

/** Nobody has chosen or added anything. */
export const noChoices: ReportChoices = {
  usesInitials: false,
  withStills: false,
  practitionerWords: "",
  guiderWords: "",
  wellbeing: "",
};
