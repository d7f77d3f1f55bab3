import { clipTime } from "#client/lib/clip-time.ts";
import { text } from "#client/lib/text.ts";
import { clipLimits, initiativeToCome } from "#shared/domain/clip.ts";
import type { Clip } from "#shared/domain/clip.ts";
import type { Journey } from "#shared/domain/journey.ts";
import { missingPermissions, purposesToReview } from "#shared/domain/people.ts";
import type { Person } from "#shared/domain/people.ts";

/** Length and sound of a stored clip. */
export function clipFacts({ durationMs, hasSound }: NonNullable<Clip["media"]>): string {
  return text("clips.facts", { length: clipTime(durationMs), sound: hasSound ? "yes" : "no" });
}

/** What a clip wants before it is ready, each in a few words; empty when it is. */
export function stillWanted(clip: Clip, journey: Pick<Journey, "people" | "childName">): string[] {
  const inShot = journey.people.filter(({ personId }) => clip.peopleInShot.includes(personId));
  const missing = missingPermissions(inShot, purposesToReview);
  const names = listed([...new Set(missing.map(({ person }) => person.name))]);
  const isSaid = clip.initiative !== initiativeToCome;
  return [
    ...(clip.media === null ? [text("clips.wantsFile")] : []),
    ...(isSaid ? [] : [text("clips.wantsInitiative", { child: journey.childName })]),
    ...(names === "" ? [] : [text("clips.wantsPermission", { names })]),
  ];
}

/** A kind word about what would help with a clip that has its file; empty when nothing comes to mind. */
export function clipHints(clip: Clip): string[] {
  if (clip.media === null) return [];
  const { durationMs, hasSound } = clip.media;
  const wantsCaptions = hasSound && clip.captions === "";
  const wantsDescription = clip.description === "" && clip.marks.length === 0;
  return [
    ...(isLongClip(clip) ? [text("clip.softLength", { length: clipTime(durationMs) })] : []),
    ...(wantsCaptions || wantsDescription
      ? [text("clips.wantsWords", { what: wordsWanted(wantsCaptions, wantsDescription) })]
      : []),
  ];
}

function wordsWanted(captions: boolean, description: boolean): string {
  if (captions && description) return "both";
  return captions ? "captions" : "description";
}

/** First names of those in a clip, in the order they were ticked. */
export function namesInShot(clip: Clip, people: readonly Person[]): string {
  const names = clip.peopleInShot.flatMap((personId) =>
    people.filter((person) => person.personId === personId).map((person) => person.name),
  );
  return listed(names);
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
}

/** Whether a clip is past the soft norm of ten seconds, which is hinted at and never refused. */
export function isLongClip(clip: Clip): boolean {
  // Half a second of grace: cutters rarely stop on the exact frame.
  return clip.media !== null && clip.media.durationMs > clipLimits.softDurationMs + 500;
}
