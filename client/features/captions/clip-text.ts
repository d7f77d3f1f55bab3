import { z } from "zod";
import type { ClipMark } from "#shared/domain/clip.ts";

/** What of a clip can be read: WebVTT captions, its description, and what is seen at its marks. */
export interface ClipText {
  readonly clipId: string;
  readonly captions: string;
  readonly description: string;
  readonly marks: readonly ClipMark[];
}

/** Which words somebody wants with the clip, for themselves alone. */
export interface ClipTextChoice {
  readonly captions: boolean;
  readonly descriptions: boolean;
}

const choiceSchema = z.object({
  captions: z.boolean().catch(false),
  descriptions: z.boolean().catch(false),
});
const key = "clip-text";

/** Both off until switched on in this tab. */
export function readClipTextChoice(storage: Storage): ClipTextChoice {
  try {
    return choiceSchema.parse(JSON.parse(storage.getItem(key) ?? "{}"));
  } catch {
    return { captions: false, descriptions: false }; // storage is closed, or holds nothing of ours
  }
}

/** Remembers the choice as long as the tab is open. */
export function keepClipTextChoice(storage: Storage, choice: ClipTextChoice): void {
  try {
    storage.setItem(key, JSON.stringify(choice));
  } catch {
    // Storage is closed in some private windows: the choice then lasts as long as the page.
  }
}

/** Whether there is something to read for each of the two. */
export function textThereIs(clip: ClipText | null): ClipTextChoice {
  return {
    captions: clip !== null && clip.captions !== "",
    descriptions: clip !== null && (clip.description !== "" || clip.marks.length > 0),
  };
}
