import { momentWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import type { Rehearsal } from "#shared/protocol/rehearsal-routes.ts";

/** What a rehearsal looks at, in the order the practitioner meets it. */
export const pointNames = ["link", "wayIn", "letIn", "room", "clips", "call"] as const;
export type PointName = (typeof pointNames)[number];

/** How one point stands: what was found, in a sentence with its next step where one is wanted. */
export interface Finding {
  readonly isGood: boolean;
  readonly words: string;
}

/** A point that works. */
export const good = (words: string): Finding => ({ isGood: true, words });
/** A point that wants a look: its words say what to do next. */
export const wanting = (words: string): Finding => ({ isGood: false, words });

/** Whether the practitioner's own link leads in when the review starts. */
export function linkFinding(
  {
    link,
    practitionerName: name,
    startsAtMs,
  }: Pick<Rehearsal, "link" | "practitionerName" | "startsAtMs">,
  nowMs: number,
): Finding {
  if (link === null) return wanting(text("rehearsal.link.none", { name }));
  const from = momentWords(link.opensAtMs, nowMs);
  const until = momentWords(link.closesAtMs, nowMs);
  const words = { name, from, until };
  const { standing } = link;
  if (standing !== "open" && standing !== "early") {
    return wanting(text(`rehearsal.link.${standing}`, words));
  }
  if (link.closesAtMs <= startsAtMs) return wanting(text("rehearsal.link.tooLate", words));
  if (standing === "open") return good(text("rehearsal.link.open", words));
  return link.opensAtMs > startsAtMs
    ? wanting(text("rehearsal.link.opensLate", words))
    : good(text("rehearsal.link.early", words));
}

/** What became of a clip in the room: its first picture showed, or what did not. */
export type ClipOutcome = "good" | "not-there" | "not-fetched" | "not-shown";

/** How a clip stands: what is missing for it, or what became of it in the room. */
export function clipFinding(
  { title, standing, missing }: Rehearsal["clips"][number],
  place: number,
  outcome: ClipOutcome,
): Finding {
  const words = { number: place + 1, title, missing: missing.join(", ") };
  if (standing !== "plays") return wanting(text(`rehearsal.clip.${standing}`, words));
  return { isGood: outcome === "good", words: text(`rehearsal.clip.${outcome}`, words) };
}
