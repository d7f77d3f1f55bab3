import { clipTime } from "#client/lib/clip-time.ts";
import { text } from "#client/lib/text.ts";
import type { KeptAim } from "#shared/domain/journey.ts";
import type { StripCycle, StripMoment } from "#shared/domain/growth.ts";

/** A cycle of the film strip in the words of the screen: the one form the page and the file are made from. */
export interface StripCard {
  readonly title: string;
  /** The moment whose picture stands first; null where there is none. */
  readonly still: { readonly reviewId: string; readonly observationId: string } | null;
  /** Whose moment it is and where it lies; empty where there is none. */
  readonly facts: readonly string[];
  readonly words: readonly string[];
  readonly aims: readonly { readonly words: string; readonly went: string }[];
}

/** The cards of a strip, in the order of the cycles. */
export function stripCards(strip: readonly StripCycle[], practitioner: string): StripCard[] {
  return strip.map(({ cycleNumber: cycle, moment, aims }) => ({
    title: text("growth.strip.cycle", { cycle }),
    still: moment?.still === "kept" ? moment : null,
    facts: moment === null ? [] : factsOf(moment, practitioner),
    words: wordsOf(moment),
    aims: aims.map((aim) => ({
      words: aimWords(aim),
      went: aim.howDidItGo === "" ? "" : text("growth.strip.went", { words: aim.howDidItGo }),
    })),
  }));
}

function factsOf(moment: StripMoment, practitioner: string): string[] {
  const { isPinned, clipTitle: title, positionMs, seenAgain } = moment;
  return [
    isPinned ? text("growth.strip.pinned", { practitioner }) : text("growth.strip.first"),
    ...(positionMs === null ? [] : [text("growth.strip.at", { title, at: clipTime(positionMs) })]),
    ...(seenAgain === "no" ? [] : [text(`growth.strip.${seenAgain}`)]),
  ];
}

function wordsOf(moment: StripMoment | null): readonly string[] {
  if (moment === null) return [text("growth.strip.none")];
  return moment.words.length === 0 ? [text("growth.strip.noWords")] : moment.words;
}

function aimWords({ text: aim, whereWhen: where }: KeptAim): string {
  return where === "" ? aim : text("growth.strip.aim", { aim, where });
}
