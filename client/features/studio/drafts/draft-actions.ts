import { announce } from "#client/lib/announce.ts";
import { text } from "#client/lib/text.ts";
import { withDraft } from "#client/features/studio/studio.ts";
import type { Studio } from "#client/features/studio/studio.ts";
import { pictureOfEnd, setEnd, stretchFrom } from "#shared/studio/drafts-ends.ts";
import type { DraftEnd } from "#shared/studio/drafts-ends.ts";
import { countClips, isOnServer, newDraft, roomForClips } from "#shared/studio/drafts.ts";
import type { StretchRefusal } from "#shared/studio/selection.ts";
import { refusedEnd } from "./refused-end.ts";

/** Whether the cycle may have another clip, counting those that are on the server already. */
export function roomInCycle({
  journey,
  cycleId,
  document,
}: Studio): ReturnType<typeof roomForClips> {
  const cycle = journey.cycles.find((one) => one.cycleId === cycleId);
  return roomForClips(countClips(cycle?.clips ?? [], document.current().drafts));
}

/** Makes a draft that begins with the picture shown, and chooses it. A full cycle is said so instead. */
export function addDraft(studio: Studio): void {
  if (roomInCycle(studio) === "none") {
    announce(text("drafts.full"));
    return;
  }
  const { frameIndex } = studio.playhead.current();
  const stretch = stretchFrom(studio.film.frames, frameIndex);
  const draft = newDraft(crypto.randomUUID(), stretch, studio.journey.people);
  studio.document.edit((film) => ({ ...film, drafts: [...film.drafts, draft] }));
  studio.choose(draft.draftId);
}

/**
 * Starts or ends the chosen clip with this picture, or with the one shown. With no clip chosen a start
 * begins a new one. What is refused is said, and changes nothing.
 */
export function setDraftEnd(
  studio: Studio,
  end: DraftEnd,
  frameIndex: number = studio.playhead.current().frameIndex,
): StretchRefusal | null {
  const { chosen, document } = studio;
  if (chosen === null) {
    if (end === "start") addDraft(studio);
    else announce(text("drafts.noneChosen"));
    return null;
  }
  if (isOnServer(chosen)) {
    announce(text("drafts.onServer"));
    return null;
  }
  const changed = setEnd(chosen, end, frameIndex, studio.film.frames);
  refusedEnd.tell(changed.ok ? null : { draftId: chosen.draftId, reason: changed.reason });
  if (!changed.ok) return changed.reason;
  document.edit((film) => withDraft(film, chosen.draftId, () => changed.value));
  return null;
}

/** Shows the picture with which the chosen clip starts or ends. */
export function goToDraftEnd(studio: Studio, end: DraftEnd): void {
  const { chosen, playhead } = studio;
  if (chosen === null) announce(text("drafts.noneChosen"));
  else playhead.show(pictureOfEnd(chosen.plan.stretch, end, studio.film.frames));
}

/** Plays the chosen clip in the film, from its first picture to its last. */
export function playDraft({ chosen, playhead }: Studio): void {
  if (chosen === null) announce(text("drafts.noneChosen"));
  else playhead.playStretch(chosen.plan.stretch);
}
