import type { z } from "zod";
import { text } from "#client/lib/text.ts";
import { clipLimits } from "#shared/domain/clip.ts";
import type { Clip, clipWordsSchema } from "#shared/domain/clip.ts";
import type { Journey } from "#shared/domain/journey.ts";
import { readPlaceMs, writePlaceMs } from "#shared/studio/selection.ts";

/** What the form says of a clip. */
export type ClipForm = z.input<typeof clipWordsSchema>;

/** All that is said of a clip. */
export function wordsOf(clip: Clip): ClipForm {
  const { title, initiative, modality, why, description, peopleInShot, captions, marks } = clip;
  return { title, initiative, modality, why, description, peopleInShot, captions, marks };
}

/** An empty form in which child and practitioner are ticked. */
export function emptyForm(journey: Journey): ClipForm {
  const peopleInShot = journey.people
    .filter(({ relation }) => relation === "child" || relation === "practitioner")
    .map((person) => person.personId);
  return {
    title: "",
    initiative: "",
    modality: null,
    why: "",
    description: "",
    peopleInShot,
    captions: "",
    marks: [],
  };
}

/** A mark as it is typed: its place may not be one yet. */
export interface TypedMark {
  readonly key: string;
  readonly place: string;
  readonly words: string;
}

/** The marks as somebody types them. */
export function typedMarks(marks: ClipForm["marks"]): TypedMark[] {
  return marks.map(({ atMs, text: words }) => ({
    key: crypto.randomUUID(),
    place: writePlaceMs(atMs),
    words,
  }));
}

/** Where a typed mark lies in a clip of this length; null when that is nowhere in it. */
export function placeOf({ place }: TypedMark, durationMs: number): number | null {
  const atMs = readPlaceMs(place);
  return atMs !== null && atMs <= durationMs ? atMs : null;
}

/** The marks to be kept: those without words are left out. Null when a place is not in the clip. */
export function marksOf(typed: readonly TypedMark[], durationMs: number): ClipForm["marks"] | null {
  const marks: ClipForm["marks"] = [];
  for (const mark of typed.filter(({ words }) => words.trim() !== "")) {
    const atMs = placeOf(mark, durationMs);
    if (atMs === null) return null;
    marks.push({ atMs, text: mark.words });
  }
  return marks;
}

type SaidFirst = Pick<ClipForm, "title" | "initiative" | "peopleInShot">;

/** The sentence for each of the words that is still wanted; empty where nothing is. */
export function wordSentences(words: SaidFirst, child: string) {
  const when = (isWanting: boolean, sentence: string) => (isWanting ? sentence : "");
  return {
    title: when(words.title.trim() === "", text("clip.needTitle")),
    initiative: when(words.initiative.trim() === "", text("clip.needInitiative", { child })),
    people: when(words.peopleInShot.length === 0, text("clip.needPeople")),
  };
}

/** The same, and for the file. */
export function sentences(words: SaidFirst, file: File | null, child: string) {
  const isTooLarge = file !== null && file.size > clipLimits.bytes;
  const ofFile = isTooLarge ? text("clip.tooLarge") : "";
  return {
    ...wordSentences(words, child),
    file: file === null ? text("clip.needFile") : ofFile,
  };
}
