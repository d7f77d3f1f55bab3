import type { Browser, BrowserContext, Page } from "@playwright/test";
import { playback } from "#client/text/en/playback.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { barcode, frameNumberOf, readFrameNumber } from "#tests/helpers/clips.ts";
import type { FaultProxy } from "#tests/helpers/fault-proxy.ts";
import type { Claim } from "./claims.ts";
import { standInPage } from "./page-witness.ts";
import type { RawEvent, WitnessedWindow } from "./page-witness.ts";
import { readPictures } from "./read-pictures.ts";
import type { Sighting } from "./sightings.ts";
import { sum } from "./statistics.ts";

/** One person's video in one page. */
export interface Side {
  readonly page: Page;
  /** Which video of the page, in the order they came; -1 is the newest. */
  readonly which: number;
  readonly selector: string;
}

/** Something that happened, at an instant of the machine's wall clock, which all browsers share. */
export interface Happening {
  readonly atMs: number;
  readonly kind: string;
}

/** Everything the witness of one side noted since it was told to forget. */
export interface Testimony {
  readonly pictures: readonly Sighting[];
  readonly presses: readonly Happening[];
  readonly claims: readonly Claim[];
  readonly events: readonly Happening[];
  /** Twice the standard error of this page's clock against the machine's, in ms. */
  readonly clockErrorMs: number;
}

/** A browser of one person, its wall clock off by so much, with the witness in every page of it. */
export async function openBrowser(options: {
  readonly serverPort: number;
  readonly through: FaultProxy | null;
  readonly wallClockOffMs: number;
  /** More of its command line. */
  readonly arguments?: readonly string[];
}): Promise<{ browser: Browser; context: BrowserContext; page: Page }> {
  const { serverPort, through, wallClockOffMs } = options;
  const browser = await launchBrowser({
    serverPort,
    arguments: ["--disable-audio-output", ...(options.arguments ?? [])],
    ...(through === null ? {} : { through }),
  });
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "en-GB",
  });
  context.setDefaultTimeout(30_000);
  const claimWords = playback["playback.same-frame"];
  await context.addInitScript(standInPage, { wallClockOffMs, barcode, claimWords });
  return { browser, context, page: await context.newPage() };
}

/** What the witness of this side has noted. Keeps the page busy for about 25 ms: ask when nothing moves. */
export async function hear({ page, which }: Side): Promise<Testimony> {
  const raw = await page.evaluate((index) => {
    const witness = (window as WitnessedWindow).benchWitness; // put there by `standInPage`
    const video = witness?.videos.at(index);
    if (witness === undefined || video === undefined)
      throw new Error("no witness saw a video here");
    const { presses, claims } = witness;
    return { ...video, presses, claims, offsetsMs: witness.clockOffsetsMs() };
  }, which);
  const offsetMs = sum(raw.offsetsMs) / raw.offsetsMs.length;
  const toHappening = ({ atLocalMs, kind }: RawEvent) => ({ atMs: atLocalMs + offsetMs, kind });
  const pictures = readPictures(
    raw.pictures.map(({ dueAtLocalMs, presentedCount, blocks }) => ({
      atMs: dueAtLocalMs + offsetMs,
      presentedCount,
      number: frameNumberOf(blocks),
    })),
  );
  return {
    pictures,
    presses: raw.presses.map(toHappening),
    events: raw.events.map(toHappening),
    claims: raw.claims
      .map(toHappening)
      .map(({ atMs, kind }) => ({ atMs, isMade: kind === "made" })),
    clockErrorMs: errorOfMean(raw.offsetsMs),
  };
}

function errorOfMean(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  const variance = sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
  return 2 * Math.sqrt(variance / values.length);
}

/** Drops the notes of this side's page but the present picture and claim. */
export async function forget({ page }: Side): Promise<void> {
  await page.evaluate(() => (window as WitnessedWindow).benchWitness?.forget());
}

/** The number in the picture this side shows now, read afresh from its pixels. */
export const readNumber = ({ page, selector }: Side): Promise<number | null> =>
  readFrameNumber(page, selector);

/** How this side stands: for how long its picture has not changed, and whether it claims the same frame. */
export function glance({
  page,
  which,
}: Side): Promise<{ stillForMs: number; isClaimMade: boolean }> {
  return page.evaluate((index) => {
    const witness = (window as WitnessedWindow).benchWitness;
    return {
      stillForMs: witness?.stillForMs(index) ?? 0,
      isClaimMade: witness?.isClaimMade() ?? false,
    };
  }, which);
}
