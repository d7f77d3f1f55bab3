import type { Result } from "#shared/lib/result.ts";
import type { FrameTable } from "#shared/playback/frames.ts";
import type { FilmRefusal } from "./film-refusals.ts";
import type { FilmDetails } from "./read-film.ts";

/** What an open film is on the page's side of its thread. */
export interface OpenedFilm {
  readonly details: FilmDetails;
  readonly table: FrameTable;
}

/** What the page asks of a film's thread; answers carry the same `askId`. Times are film time. */
export type FilmAsk = { readonly askId: number } & (
  | { readonly kind: "open"; readonly file: Blob }
  | { readonly kind: "light" }
  | { readonly kind: "picture"; readonly index: number }
  | { readonly kind: "thumbnails"; readonly timesMs: readonly number[] }
  | { readonly kind: "peaks"; readonly startMs: number; readonly endMs: number }
  | { readonly kind: "stop" }
);

/** What a film's thread tells. Only `progress` and `thumbnail` do not end an ask. */
export type FilmTold = { readonly askId: number } & (
  | { readonly kind: "progress"; readonly fraction: number }
  | { readonly kind: "opened"; readonly opened: Result<OpenedFilm, FilmRefusal> }
  | { readonly kind: "light"; readonly isDark: boolean }
  /** Null: it cannot be decoded, or another one was asked for since. */
  | { readonly kind: "picture"; readonly picture: ImageBitmap | null }
  /** A small picture of this time; `isExact` false while it is only near. */
  | {
      readonly kind: "thumbnail";
      readonly timeMs: number;
      readonly picture: ImageBitmap;
      readonly isExact: boolean;
    }
  | { readonly kind: "peaks"; readonly peaks: Uint8Array | null }
  | { readonly kind: "done" }
);
