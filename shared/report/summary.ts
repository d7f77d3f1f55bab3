import { z } from "zod";
import type { BoardContent } from "#shared/board/board-content.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import type { Journey } from "#shared/domain/journey.ts";
import type { Person, Relation } from "#shared/domain/people.ts";
import { replaceNames } from "./names.ts";
import type { NameChange } from "./names.ts";

/**
 * The strengths summary: a practitioner's own page about what they do well, in words alone. Lines are
 * proposed from what both signed; only those the practitioner approves, one by one, are ever in it.
 */

/** How much of one there can be. */
export const summaryLimits = {
  lines: 40,
  lineCharacters: 400,
  /** Before the lines, and after them. */
  restCharacters: 600,
  linkDays: 30,
  linkDaysAtMost: 366,
} as const;

const lineIdSchema = z.string().regex(/^[a-z0-9-]{1,80}$/);
const lineTextSchema = z.string().trim().min(1).max(summaryLimits.lineCharacters);

const restSchema = z.string().trim().max(summaryLimits.restCharacters);

/** A line somebody could approve: from which cycle, and what it is. */
export const proposedLineSchema = z.strictObject({
  lineId: lineIdSchema,
  cycleNumber: z.int().positive(),
  /** What was done and what followed; how it felt; what to do more of; how that went. */
  kind: z.enum(["did", "felt", "aim", "went"]),
  text: lineTextSchema,
});
export type ProposedLine = z.infer<typeof proposedLineSchema>;

/** What the practitioner has approved, in their own order and words. */
export const summarySchema = z.strictObject({
  childAs: z.enum(["pupil", "child"]),
  intro: restSchema,
  lines: z
    .array(z.strictObject({ lineId: lineIdSchema, text: lineTextSchema }))
    .max(summaryLimits.lines),
  closing: restSchema,
});
export type Summary = z.infer<typeof summarySchema>;

/** Before anything is approved. */
export const emptySummary: Summary = { childAs: "pupil", intro: "", lines: [], closing: "" };

/** A board both signed, with the cycle it belongs to. */
export interface SignedReview {
  readonly reviewId: ReviewId;
  readonly cycleNumber: number;
  readonly content: BoardContent;
}

/** Everything of these boards that could be a line, the earliest first; nothing is chosen. */
export function proposeLines(
  reviews: readonly SignedReview[],
  withoutNames: (text: string) => string,
): ProposedLine[] {
  return reviews.flatMap(({ reviewId, cycleNumber, content }) => {
    const line = (kind: ProposedLine["kind"], id: string, ...said: string[]): ProposedLine[] => {
      const text = withoutNames(asSentences(said)).slice(0, summaryLimits.lineCharacters).trim();
      const lineId = `${reviewId.slice(0, 8)}-${id.replaceAll(/[^a-z0-9-]/g, "")}-${kind}`;
      return text === "" ? [] : [{ lineId, cycleNumber, kind, text }];
    };
    return [
      ...content.observations.flatMap(({ observationId, words }) => [
        ...line("did", observationId, words.response, words.followedBy),
        ...line("felt", observationId, words.feeling),
      ]),
      ...content.earlierAims.flatMap(({ aimId, text, howDidItGo }) =>
        howDidItGo.trim() === "" ? [] : line("went", aimId, text, howDidItGo),
      ),
      ...content.aims.flatMap(({ aimId, text }) => line("aim", aimId, text)),
    ];
  });
}

/** By what each name of a journey gives way; the practitioner's own stays, for it is their page. */
export function namesToReplace(
  journey: Pick<Journey, "childName" | "cycles"> & {
    readonly people: readonly Pick<Person, "name" | "relation">[];
  },
  guiderName: string,
  childAs: Summary["childAs"],
): NameChange[] {
  const whoIs: Record<Exclude<Relation, "practitioner">, string> = {
    child: `a ${childAs}`,
    parentCarer: "a parent",
    inShot: "somebody else",
  };
  const people = journey.people.flatMap(({ name, relation }) =>
    relation === "practitioner" ? [] : [{ name, by: whoIs[relation] }],
  );
  const supervisors = journey.cycles
    .flatMap(({ reviews }) => reviews.flatMap(({ invites }) => invites))
    .filter(({ role }) => role === "supervisor")
    .map(({ name }) => ({ name, by: "a supervisor" }));
  // The child comes first: whoever shares the name, it is the child's that must not stand there.
  return [
    { name: journey.childName, by: whoIs.child },
    ...people.filter(({ by }) => by === whoIs.child),
    ...people.filter(({ by }) => by !== whoIs.child),
    { name: guiderName, by: "the guider" },
    ...supervisors,
  ];
}

/** A summary in which nobody but its practitioner is named. */
export function withoutNames(summary: Summary, changes: readonly NameChange[]): Summary {
  const told = (text: string, most: number) => replaceNames(text, changes).slice(0, most).trim();
  return {
    ...summary,
    intro: told(summary.intro, summaryLimits.restCharacters),
    lines: summary.lines.map(({ lineId, text }) => ({
      lineId,
      text: told(text, summaryLimits.lineCharacters),
    })),
    closing: told(summary.closing, summaryLimits.restCharacters),
  };
}

/** Several answers as one line: each ends where a sentence ends. */
function asSentences(said: readonly string[]): string {
  const parts = said.map((one) => one.trim()).filter((one) => one !== "");
  return parts
    .map((part, n) => (n < parts.length - 1 && /[\p{L}\p{N})]$/u.test(part) ? `${part}.` : part))
    .join(" ");
}
