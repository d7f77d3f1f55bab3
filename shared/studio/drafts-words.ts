import { z } from "zod";
import { clipWordsSchema } from "#shared/domain/clip.ts";
import type { Clip, ClipWords } from "#shared/domain/clip.ts";
import type { Person } from "#shared/domain/people.ts";
import { inShotOf, isInStretch } from "./drafts.ts";
import type { DraftClip } from "./studio-film.ts";

/**
 * What goes to the server of a draft before its file; null while too little is said of it. Places are
 * counted from the clip's start; a text mark outside the clip stays here.
 */
export function clipWordsOf(draft: DraftClip, people: readonly Person[]): ClipWords | null {
  const { title, initiative, modality, why, description, captions, plan } = draft;
  const { stretch } = plan;
  const marks = draft.marks
    .filter(({ atMs, text }) => isInStretch(atMs, stretch) && text.trim() !== "")
    .map(({ atMs, text }) => ({ atMs: Math.round(atMs - stretch.startMs), text }));
  const peopleInShot = inShotOf(draft, people).map(({ personId }) => personId);
  const said = { title, initiative, modality, why, description, peopleInShot, captions, marks };
  return clipWordsSchema.safeParse(said).data ?? null;
}

const wordsOfClipSchema = z.object(clipWordsSchema.shape);

/**
 * The clip on the server that was begun with just these words and waits for its file: its answer was lost
 * on the way, so it is gone on with. `claimed` are the clips that other drafts go by.
 */
export function begunClip(
  clips: readonly Clip[],
  words: ClipWords,
  claimed: readonly string[],
): Clip | null {
  const sought = JSON.stringify(wordsOfClipSchema.parse(words));
  const isBegun = (clip: Clip) =>
    clip.media === null &&
    !claimed.includes(clip.clipId) &&
    JSON.stringify(wordsOfClipSchema.parse(clip)) === sought;
  return clips.find(isBegun) ?? null;
}
