import { text } from "#client/lib/text.ts";
import { lengthWords } from "#client/features/studio/film/film-words.ts";
import type { Purpose } from "#shared/domain/people.ts";
import type { Stretch } from "#shared/studio/cut-plan.ts";
import type { DraftClip, StudioFilm } from "#shared/studio/studio-film.ts";
import type { MakingNews } from "./clip-making.ts";

/** What a draft is called on screen: its title, or its place in the list. */
export function draftName(draft: DraftClip, drafts: StudioFilm["drafts"]): string {
  const title = draft.title.trim();
  const number = drafts.findIndex(({ draftId }) => draftId === draft.draftId) + 1;
  return title === "" ? text("drafts.unnamed", { number }) : title;
}

/** Where a clip lies in the film: `0:08–0:31`. */
export function stretchWords({ startMs, endMs }: Stretch): string {
  return `${lengthWords(startMs)}–${lengthWords(endMs)}`;
}

/** A length in seconds with one decimal: `8.4`. */
export function secondsWords({ startMs, endMs }: Stretch): string {
  return ((endMs - startMs) / 1000).toFixed(1);
}

/** How far a draft has come, in a few words. */
export function stateWords({ cut }: DraftClip, news: MakingNews | undefined): string {
  if (news?.kind === "going-up") {
    const percent = Math.floor(news.fraction * 100);
    if (news.isWaiting) return text("clip.waitingForLine", { percent });
    return percent < 100
      ? text("drafts.state.going-up", { percent })
      : text("drafts.state.checking");
  }
  const percent = cut.state === "cutting" ? Math.floor(cut.fraction * 100) : 0;
  return text(`drafts.state.${cut.state}`, { percent });
}

/** How much of the present work on a draft is done, 0-1; null while nothing is under way. */
export function workingFraction({ cut }: DraftClip, news: MakingNews | undefined): number | null {
  if (news?.kind === "going-up") return news.fraction;
  return cut.state === "cutting" ? cut.fraction : null;
}

/** What somebody has not agreed to yet, each in a word or two. */
export function purposesWords(purposes: readonly Purpose[]): string {
  const words = purposes.map((purpose) =>
    text(purpose === "film" ? "people.short.film" : "people.short.sharedReview"),
  );
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(words);
}
