/** Why a file cannot be worked with as a film; `film.refused.<reason>` says it on screen. */
export const filmRefusals = [
  "empty",
  "not-a-film",
  "playlist",
  "sound-only",
  "one-picture",
  "too-large",
  /** It ends before it says it does: not copied whole, or a camera that stopped. */
  "cut-short",
  "protected",
  /** The iPhone's own kind of film, which this browser cannot show. */
  "hevc",
  "unknown-kind",
  /** The file is not where it was, or may not be read any more. */
  "unreachable",
  "stopped",
] as const;
export type FilmRefusal = (typeof filmRefusals)[number];

/**
 * What the guider is kindly told of a film that can be worked with; `film.hint.<hint>` says it. Whether it
 * is dark is known a little later than the rest (`Film.isDark`).
 */
export const filmHints = ["few-pictures", "long", "no-sound", "unheard-sound", "dark"] as const;
export type FilmHint = (typeof filmHints)[number];
