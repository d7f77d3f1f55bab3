import { dayWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { answerWords, momentOf } from "#client/ui/CheckInTable.tsx";
import { checkInElements } from "#shared/domain/check-in.ts";
import type { CheckIn } from "#shared/domain/check-in.ts";
import type { Held } from "#shared/protocol/held-routes.ts";
import type { OwnCycle } from "#shared/protocol/own-routes.ts";
import type { OwnReport } from "#shared/protocol/report-routes.ts";
import type { Report } from "#shared/report/report.ts";
import type { Summary } from "#shared/report/summary.ts";
import type { AllOwn } from "./own-file.ts";
import { placeOf } from "./OwnMoments.tsx";

/** Lines under a title, each of which may have lines of its own. */
export interface Told {
  readonly title: string;
  readonly lines: readonly (string | Told)[];
}

/** How parts of the file are told that other pages tell too, so that both say the same. */
export interface OwnTellers {
  /** What both agreed to in a report, and the practitioner's own words. */
  readonly report: (report: Report) => readonly Told[];
  /** What is held, until when, and what was agreed to. */
  readonly held: (held: Held, nowMs: number) => readonly Told[];
}

/** All that is a practitioner's own as a text to read: in words, with no id in it and no number of a scale of how they are. */
export function ownText(all: AllOwn, tellers: OwnTellers, nowMs: number): string {
  const parts: Told[] = [
    { title: text("own.title"), lines: all.cycles.map(cycleTold) },
    { title: text("checkIn.title"), lines: all.checkIns.map(checkInTold) },
    {
      title: text("report.own.list"),
      lines: all.reports.map((report) => reportTold(report, tellers)),
    },
    { title: text("ownPlace.strengths"), lines: strengthsTold(all.strengths) },
    ...tellers.held(all.held, nowMs),
  ];
  const head = [text("ownPlace.title"), text("own.takenOn", { day: dayWords(nowMs) })];
  return [...head, ...parts.filter(hasLines).map((part) => `\n${spell(part)}`)].join("\n") + "\n";
}

function cycleTold({ number, aims, moments, notes }: OwnCycle): Told {
  const parts: Told[] = [
    {
      title: text("ending.aimsOwn"),
      lines: aims.map((aim) => ({
        title: aim.text,
        lines: [
          aim.whereWhen === "" ? "" : text("ending.whereWhen", { words: aim.whereWhen }),
          aim.howDidItGo === "" ? "" : text("aims.went", { words: aim.howDidItGo }),
        ],
      })),
    },
    {
      title: text("own.moments"),
      lines: moments.map((moment) => ({ title: placeOf(moment), lines: moment.words })),
    },
    { title: text("own.notes"), lines: notes.map((words) => `- ${words}`) },
  ];
  return { title: text("cycle.title", { number }), lines: parts.filter(hasLines) };
}

function checkInTold(checkIn: CheckIn): Told {
  const { answers, isShared, changedAtMs } = checkIn;
  return {
    title: text("own.dated", { what: momentOf(checkIn), day: dayWords(changedAtMs) }),
    lines: [
      ...checkInElements.map((element) =>
        asked(text(`checkIn.${element}`), answerWords(answers[element])),
      ),
      asked(text("checkIn.todayColumn"), answers.word),
      text(isShared ? "own.shared" : "own.notShared"),
    ],
  };
}

/** Of a report nobody has agreed to, only what its practitioner wrote. */
function reportTold({ report, own, agreedAtMs }: OwnReport, tellers: OwnTellers): Told {
  const { cycleNumber: cycle, heldAtMs } = report;
  const state = text(agreedAtMs === null ? "report.own.toRead" : "report.own.isAgreed");
  return {
    title: text("report.own.listed", { cycle, day: dayWords(heldAtMs) }),
    lines: [
      state,
      ...(agreedAtMs === null
        ? [
            asked(text("report.own.words"), own.words),
            asked(text("report.own.wellbeing"), own.wellbeing),
          ]
        : tellers.report(report)),
    ],
  };
}

function strengthsTold({ intro, lines, closing }: Summary): string[] {
  return [intro, ...lines.map((line) => line.text), closing].filter((words) => words !== "");
}

const asked = (question: string, words: string) => (words === "" ? "" : `${question}: ${words}`);
const hasLines = ({ lines }: Told) => lines.length > 0;

/** A title with its lines one step further in; what nobody said is left out. */
function spell({ title, lines }: Told, depth = 0): string {
  const said = lines.flatMap((line) =>
    typeof line === "string"
      ? line.trim() === ""
        ? []
        : [indent(line, depth + 1)]
      : [spell(line, depth + 1)],
  );
  return [indent(title, depth), ...said].join("\n");
}

function indent(words: string, depth: number): string {
  const space = "  ".repeat(depth);
  return space + words.replaceAll("\n", `\n${space}`);
}
