import { newFilm } from "#client/features/studio/film/new-film.ts";
import { newDraft } from "#shared/studio/drafts.ts";
import type { DraftClip, StudioFilm } from "#shared/studio/studio-film.ts";

/** A clip in the making that wants only people in shot: 1 s to 6 s of its film. */
export function buildDraft(draftId: string, said: Partial<DraftClip> = {}): DraftClip {
  const draft = newDraft(draftId, { startMs: 1_000, endMs: 6_000 }, []);
  return { ...draft, title: "Reaching out", initiative: "looked at the cup", ...said };
}

/** A film of which these clips are being made. */
export function buildStudioFilm(drafts: readonly DraftClip[]): StudioFilm {
  const film = newFilm(
    "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
    "7d444840-9dc0-41d1-b245-5ffdce74fad2",
    { kind: "chosen", fileName: "snack.mp4", bytes: 9 },
    Date.parse("2026-11-22T10:00"),
  );
  return { ...film, drafts: [...drafts] };
}
