import { clipTime } from "#client/lib/clip-time.ts";
import { dayWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { observationFields } from "#shared/board/board-doc.ts";
import type { Report, ReportMoment } from "#shared/report/report.ts";

/** A line of a report: to which question, which may be empty, and the words. */
export interface ReportLine {
  readonly question: string;
  readonly words: string;
}

/** Lines that belong together: a moment, a goal, one aim. */
export interface ReportBlock {
  readonly title: string;
  readonly lines: readonly ReportLine[];
  /** The moment whose picture stands with it, or null. */
  readonly still: { readonly observationId: string; readonly words: string } | null;
}

/** A part of a report under its own heading. */
export interface ReportPart {
  readonly heading: string;
  /** `numbered`: the aims. */
  readonly look: "blocks" | "numbered";
  readonly blocks: readonly ReportBlock[];
}

/** A report in the words of the screen: the one form that the page, Word and the table are made from. */
export function reportParts(report: Report): ReportPart[] {
  const { practitionerName: name, guiderName, next } = report;
  const parts: ReportPart[] = [
    plain(text("report.question"), [["", report.helpingQuestion]]),
    { heading: text("report.goals"), look: "blocks", blocks: report.goals.map(goalBlock) },
    { heading: text("report.moments"), look: "blocks", blocks: report.moments.map(momentBlock) },
    {
      heading: text("report.earlier"),
      look: "blocks",
      blocks: report.earlierAims.map((aim) => block(aim.text, [["", aim.howDidItGo]])),
    },
    {
      heading: text("report.aims", { name }),
      look: "numbered",
      blocks: report.aims.map((aim) => block(aim.text, [["", aim.whereWhen]])),
    },
    plain(text("report.words"), [
      [name, report.practitionerWords],
      [guiderName, report.guiderWords],
    ]),
    plain(text("report.wellbeing", { name }), [["", report.wellbeing]]),
    plain(text("report.next"), [
      [text("report.next.film"), join([dayOf(next.filmOn), next.what])],
      [text("report.next.review"), next.reviewAtMs === null ? "" : dayWords(next.reviewAtMs)],
    ]),
  ];
  return parts.filter(({ blocks }) => blocks.length > 0);
}

/** Who and when, as it stands under the heading. */
export function reportHead(report: Report): { readonly title: string; readonly sub: string } {
  const { practitionerName: practitioner, childName: child, guiderName: guider } = report;
  const facts = { cycle: report.cycleNumber, day: dayWords(report.heldAtMs), guider };
  return {
    title: text("report.heading", { practitioner, child }),
    sub: text("report.sub", facts),
  };
}

/** A report as the rows of a table: part, what it is about, question, words. */
export function reportRows(report: Report): string[][] {
  const head = (["part", "title", "question", "words"] as const).map((column) =>
    text(`report.column.${column}`),
  );
  const { title, sub } = reportHead(report);
  const rows = reportParts(report).flatMap(({ heading, blocks }) =>
    blocks.flatMap((one) =>
      one.lines.length === 0
        ? [[heading, one.title, "", ""]]
        : one.lines.map(({ question, words }) => [heading, one.title, question, words]),
    ),
  );
  return [head, [text("report.title"), title, "", sub], ...rows];
}

/** What a moment was an example of, in the organisation's words. */
export function principleWords({ principles }: Pick<ReportMoment, "principles">): string {
  return principles
    .map(({ familyId, labels }) => {
      const family = text(`board.principle.${familyId}`);
      return labels.length === 0 ? family : `${family}: ${labels.join(", ")}`;
    })
    .join("; ");
}

function goalBlock(goal: Report["goals"][number]): ReportBlock {
  const { baseline, hopedFor, ratings, outcome } = goal;
  const stands = join([
    baseline === null ? "" : text("report.goal.baseline", { value: baseline }),
    ...ratings.map(({ value, cycleNumber: cycle }) => text("report.goal.rating", { value, cycle })),
    hopedFor === null ? "" : text("report.goal.hopedFor", { value: hopedFor }),
  ]);
  return block(goal.text, [
    [text("report.goal.scale"), stands],
    [text("report.goal.outcome"), outcome],
  ]);
}

function momentBlock(moment: ReportMoment, n: number): ReportBlock {
  const { clipTitle, positionMs, hasStill, observationId } = moment;
  const place = positionMs === null ? "" : clipTime(positionMs);
  const title =
    clipTitle === "" || place === ""
      ? text("report.moment", { number: n + 1 })
      : text("common.moment.at", { clip: clipTitle, place });
  const told = block(title, [
    ...observationFields.map((field): Line => [text(`signed.field.${field}`), moment[field]]),
    [text("report.principles"), principleWords(moment)],
  ]);
  const still = { observationId, words: text("report.still", { place }) };
  return { ...told, still: hasStill ? still : null };
}

type Line = readonly [question: string, words: string];

function plain(heading: string, lines: readonly Line[]): ReportPart {
  const one = block("", lines);
  return { heading, look: "blocks", blocks: one.lines.length === 0 ? [] : [one] };
}

/** Without the lines nobody wrote. */
function block(title: string, lines: readonly Line[]): ReportBlock {
  const said = lines.filter(([, words]) => words.trim() !== "");
  return { title, lines: said.map(([question, words]) => ({ question, words })), still: null };
}

/** A day as people read it, in whatever zone it was written. */
const dayOf = (day: string | null) => (day === null ? "" : dayWords(Date.parse(`${day}T12:00`)));
const join = (words: readonly string[]) => words.filter((one) => one !== "").join(" · ");
