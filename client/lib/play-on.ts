/**
 * Plays an element's sound on the speaker that was chosen; null: the browser's own choice. Not every browser
 * lets a page choose; a speaker that is gone leaves the browser's own choice.
 */
export function playOn(element: HTMLMediaElement, speakerId: string | null): void {
  if ("setSinkId" in element) element.setSinkId(speakerId ?? "").catch(() => undefined);
}
