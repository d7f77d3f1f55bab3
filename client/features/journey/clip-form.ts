import { text } from "#client/lib/text.ts";
import { clipLimits } from "#shared/domain/clip.ts";
import type { Clip } from "#shared/domain/clip.ts";
import type { Journey } from "#shared/domain/journey.ts";

/** What the form says of a clip. */
export interface ClipWords {
  readonly title: string;
  readonly initiative: string;
  readonly description: string;
  readonly peopleInShot: string[];
}

/** A clip begun before, or an empty form in which child and practitioner are ticked. */
export function firstWords(journey: Journey, begun: Clip | null): ClipWords {
  if (begun !== null) {
    const { title, initiative, description, peopleInShot } = begun;
    return { title, initiative, description, peopleInShot };
  }
  const peopleInShot = journey.people
    .filter(({ relation }) => relation === "child" || relation === "practitioner")
    .map((person) => person.personId);
  return { title: "", initiative: "", description: "", peopleInShot };
}

/** The sentence for each part that is still wanted; empty where nothing is. */
export function sentences(words: ClipWords, file: File | null, child: string) {
  const when = (isWanting: boolean, sentence: string) => (isWanting ? sentence : "");
  return {
    title: when(words.title.trim() === "", text("clip.needTitle")),
    initiative: when(words.initiative.trim() === "", text("clip.needInitiative", { child })),
    people: when(words.peopleInShot.length === 0, text("clip.needPeople")),
    file:
      file === null
        ? text("clip.needFile")
        : when(file.size > clipLimits.bytes, text("clip.tooLarge")),
  };
}
