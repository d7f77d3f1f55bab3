import { text } from "#client/lib/text.ts";
import { clipLimits } from "#shared/domain/clip.ts";
import type { Clip } from "#shared/domain/clip.ts";
import type { Person } from "#shared/domain/people.ts";

/** `0:08`, whole seconds rounded down. */
export function lengthWords(durationMs: number): string {
  const seconds = Math.floor(durationMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Length and sound of a stored clip, or that its file is still to come. */
export function clipFacts(clip: Clip): string {
  if (clip.media === null) return text("clips.noFile");
  const { durationMs, hasSound } = clip.media;
  return text("clips.facts", { length: lengthWords(durationMs), sound: hasSound ? "yes" : "no" });
}

/** First names of those in a clip, in the order they were ticked. */
export function namesInShot(clip: Clip, people: readonly Person[]): string {
  const names = clip.peopleInShot.flatMap((personId) =>
    people.filter((person) => person.personId === personId).map((person) => person.name),
  );
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
}

/** Whether a clip is past the soft norm of ten seconds, which is hinted at and never refused. */
export function isLongClip(clip: Clip): boolean {
  // Half a second of grace: cutters rarely stop on the exact frame.
  return clip.media !== null && clip.media.durationMs > clipLimits.softDurationMs + 500;
}
