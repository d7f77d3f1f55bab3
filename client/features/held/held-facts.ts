import { dayWords } from "#client/lib/dates.ts";
import { endWords } from "#client/lib/end-words.ts";
import { text } from "#client/lib/text.ts";
import type { Purpose } from "#shared/domain/people.ts";
import type { Held, HeldOfPerson } from "#shared/protocol/held-routes.ts";

/** A part of what is held, under its heading: facts in a list, and what is said after it. */
export interface HeldPart {
  readonly title: string;
  readonly facts: readonly string[];
  readonly rest: readonly string[];
}

/** Whether the reader reads of themselves, and not as a parent or carer of their child. */
export function isOwn({ relation }: Held): boolean {
  return relation !== "parentCarer";
}

/**
 * What is kept, who can see it and until when, in the words of the screen and of a file. `nowMs`: null where
 * until when is said elsewhere on the same page.
 */
export function heldParts(held: Held, nowMs: number | null): HeldPart[] {
  const guider = held.seenBy.find(({ role }) => role === "guider")?.name;
  const { countsPauses, deletesOn, clipsKeptDays: days, wordsKeptMonths: months } = held;
  const sooner =
    guider === undefined ? text("held.soonerNobody") : text("held.sooner", { name: guider });
  const pauses = text("held.pauses", { guider: guider ?? text("held.guider") });
  return [
    ...held.people.map((person) => keptPart(person, isOwn(held))),
    {
      title: text("held.who"),
      facts: held.seenBy.map((one) => seenWords(one, held)),
      rest: [text("held.seenElse"), ...(countsPauses ? [pauses] : [])],
    },
    nowMs === null
      ? { title: text("held.soonerTitle"), facts: [], rest: [sooner] }
      : {
          title: text("held.until"),
          facts: [],
          rest: [
            endWords(deletesOn === null ? null : { deletesOn }, days, nowMs),
            text("end.words", { months }),
            sooner,
          ],
        },
    ...(held.safeguardingContact === ""
      ? []
      : [{ title: text("held.worry"), facts: [], rest: [held.safeguardingContact] }]),
  ];
}

/** What was said for one purpose, and on which day. */
export function statusWords({ permissions, decidedAtMs }: HeldOfPerson, purpose: Purpose): string {
  const status = text(`held.status.${permissions[purpose]}`);
  const atMs = decidedAtMs[purpose];
  if (atMs === undefined || permissions[purpose] === "notAsked") return status;
  return text("held.statusOn", { status, day: dayWords(atMs) });
}

function keptPart({ name, clips, pictures, words }: HeldOfPerson, own: boolean): HeldPart {
  return {
    title: own ? text("held.kept") : text("held.keptOf", { name }),
    facts: [
      text("held.clips", { count: clips }),
      text("held.pictures", { count: pictures }),
      ...words.map((kind) => text(`held.words.${kind}`, { name })),
      ...(words.length === 0 ? [text("held.words.none")] : []),
    ],
    rest: [],
  };
}

function seenWords({ role, name }: Held["seenBy"][number], { relation }: Held): string {
  const isReader = role === "practitioner" && relation === "practitioner";
  return text(isReader ? "held.seen.practitioner.you" : `held.seen.${role}`, { name });
}
