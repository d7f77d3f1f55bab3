import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { barcode, frameNumberOf } from "#tests/helpers/clips.ts";
import type { EvaluatesInPage } from "#tests/helpers/clips.ts";

/** Something a page did, at an instant of this machine's clock. */
export interface Seen<What> {
  readonly atMs: number;
  readonly what: What;
}

/** What came about in one page since its witness was called. */
export interface Testimony {
  /** The number in each picture as it was presented, read from its pixels. */
  readonly pictures: readonly Seen<number | null>[];
  /** Key and pointer presses. */
  readonly presses: readonly Seen<string>[];
  /** The revision of the timeline the page drew. */
  readonly revisions: readonly Seen<number>[];
  /** The player's own `play`, `pause`, `ratechange` and `waiting`. */
  readonly player: readonly Seen<string>[];
  /** What the pill said about being in step, each time it changed; empty when it was not there. */
  readonly words: readonly Seen<string>[];
}

interface RawTestimony {
  readonly pictures: Seen<number[]>[];
  readonly presses: Seen<string>[];
  readonly revisions: Seen<number>[];
  readonly player: Seen<string>[];
  readonly words: Seen<string>[];
}

/** A page in which a witness stands. */
type WitnessedWindow = Window & { witness?: RawTestimony };

/** Puts a witness into the page; once for each document. Times are wall clock: all browsers share it. */
export async function callWitness(page: Page): Promise<void> {
  await page.locator("video").waitFor({ state: "attached" });
  await stationWitness(page);
}

/** The same, where the room stands already: in any engine's page. */
export async function stationWitness(page: EvaluatesInPage): Promise<void> {
  await page.evaluate(watchInPage, barcode);
}

/** What the witness has seen so far. */
export async function hearWitness(page: EvaluatesInPage): Promise<Testimony> {
  const raw = await page.evaluate(() => (window as WitnessedWindow).witness, null); // put there by `stationWitness`
  if (raw === undefined) throw new Error("No witness stands in this page.");
  const pictures = raw.pictures.map(({ atMs, what }) => ({ atMs, what: frameNumberOf(what) }));
  return { ...raw, pictures };
}

/** The number in the picture that stood in this page at an instant; null before the first. */
export function pictureAt(seen: Testimony, atMs: number): number | null {
  return seen.pictures.findLast((picture) => picture.atMs <= atMs)?.what ?? null;
}

/** Each time this page began to say that both rest on the same frame, with the frame it named. */
export function claimsOf(seen: Testimony): Seen<number>[] {
  const named = seen.words.map(({ atMs, what }) => ({ atMs, what: claimedFrame(what) }));
  return named.flatMap(({ atMs, what }, n) =>
    what === null || what === named[n - 1]?.what ? [] : [{ atMs, what }],
  );
}

function claimedFrame(words: string): number | null {
  const frame = /^Paused on the same frame.*Frame (\d+)/.exec(words)?.[1];
  return frame === undefined ? null : Number(frame);
}

/**
 * The first instant after `sinceMs` from which `late` showed each picture within 80 ms of `here`, for seven
 * pictures and half a second; null until that half second has been seen.
 */
function inStepAtMs(late: Testimony, here: Testimony, sinceMs: number): number | null {
  const after = late.pictures.filter((seen) => seen.atMs >= sinceMs);
  const apart = after.map(({ atMs, what }) => {
    const same = here.pictures.filter((seen) => seen.what === what);
    return { atMs, byMs: Math.min(...same.map((seen) => Math.abs(seen.atMs - atMs))) };
  });
  const seenUntilMs = apart.at(-1)?.atMs ?? 0;
  const from = apart.find(({ atMs }, n) => {
    if (seenUntilMs < atMs + 500) return false;
    const window = apart.filter((seen, m) => m >= n && (m < n + 7 || seen.atMs < atMs + 500));
    return window.length > 6 && window.every(({ byMs }) => byMs <= 80);
  });
  return from?.atMs ?? null;
}

/** Waits until `late` is in step with `here`, as above, and says how long after `sinceMs` that began. */
export async function inStepAfterMs(
  late: EvaluatesInPage,
  here: EvaluatesInPage,
  sinceMs: number,
  timeout = 12_000,
): Promise<number> {
  let atMs: number | null = null;
  const look = async () => {
    atMs = inStepAtMs(await hearWitness(late), await hearWitness(here), sinceMs);
    return atMs;
  };
  await expect.poll(look, { timeout }).not.toBeNull();
  return (atMs ?? Number.NaN) - sinceMs;
}

/** Runs in the page; stands alone. */
function watchInPage({ width, height, block, y }: typeof barcode): void {
  const video = document.querySelector("video");
  const stage = document.querySelector("[data-revision]");
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height: 1 });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (video === null || stage === null || context === null) throw new Error("no stage here");
  const seen: RawTestimony = { pictures: [], presses: [], revisions: [], player: [], words: [] };
  (window as WitnessedWindow).witness = seen; // a place of the tests' own

  const drawPicture = (atMs: number) => {
    const { videoHeight } = video;
    const row = { y: (y * videoHeight) / height, height: Math.max(1, videoHeight / height) };
    context.drawImage(video, 0, row.y, video.videoWidth, row.height, 0, 0, width, 1);
    const { data } = context.getImageData(0, 0, width, 1);
    const blocks = Array.from(
      { length: width / block },
      (_, n) => data[(n + 0.5) * block * 4] ?? 0,
    );
    seen.pictures.push({ atMs, what: blocks });
  };
  // A busy machine may call back late: what counts is when the picture was handed to the screen.
  const notePicture = (_nowMs: number, { presentationTime }: VideoFrameCallbackMetadata) => {
    drawPicture(Math.round(performance.timeOrigin + presentationTime));
    video.requestVideoFrameCallback(notePicture);
  };
  const noteRevision = () => {
    const revision = Number(stage.getAttribute("data-revision"));
    if (seen.revisions.at(-1)?.what !== revision) {
      seen.revisions.push({ atMs: Date.now(), what: revision });
    }
  };
  const noteWords = () => {
    const words = document.querySelector("p[data-tone]")?.textContent ?? "";
    if (seen.words.at(-1)?.what !== words) seen.words.push({ atMs: Date.now(), what: words });
  };
  for (const kind of ["keydown", "pointerdown"]) {
    const note = () => seen.presses.push({ atMs: Date.now(), what: kind });
    window.addEventListener(kind, note, { capture: true });
  }
  for (const kind of ["play", "pause", "ratechange", "waiting"]) {
    video.addEventListener(kind, () => seen.player.push({ atMs: Date.now(), what: kind }));
  }
  new MutationObserver(noteRevision).observe(stage, { attributeFilter: ["data-revision"] });
  const everything = { subtree: true, childList: true, characterData: true };
  new MutationObserver(noteWords).observe(document.body, everything);
  noteRevision();
  noteWords();
  if (video.readyState >= 2) drawPicture(Date.now());
  video.requestVideoFrameCallback(notePicture);
}
