import type { FilmHandle } from "./film-keeper.ts";

/** What the browser shows to choose a file and lets us come back to; the compiler's types do not have it. */
interface PickingWindow {
  showOpenFilePicker?(asked: {
    types: readonly { description: string; accept: Record<string, readonly string[]> }[];
  }): Promise<readonly FilmHandle[]>;
}

/** The endings and kinds that are offered; what is in the file decides. */
export const filmEndings = [".mp4", ".mov", ".m4v", ".webm", ".mkv"] as const;

/** Whether this browser lets us come back to a chosen file after a reload. */
export function canComeBack(): boolean {
  return picking().showOpenFilePicker !== undefined;
}

/** Lets the guider choose; null when they chose nothing. Only where `canComeBack`. */
export async function pickFilm(
  description: string,
): Promise<{ readonly file: File; readonly handle: FilmHandle } | null> {
  try {
    const accept = { "video/*": filmEndings };
    const [handle] =
      (await picking().showOpenFilePicker?.({ types: [{ description, accept }] })) ?? [];
    return handle === undefined ? null : { file: await handle.getFile(), handle };
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
}

function picking(): PickingWindow {
  return globalThis as PickingWindow; // each of its parts may be missing, and is looked for
}
