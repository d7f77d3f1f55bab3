import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { inspectClip } from "#server/media/clip-inspection.ts";
import { frameAt, frameMiddleMs } from "#shared/playback/frames.ts";
import type { FrameTable } from "#shared/playback/frames.ts";
import { tellMeasured } from "#tests/helpers/measured.ts";
import {
  frameNumberOf,
  numberedClipFrames,
  numberedClips,
  readBlocks,
  readClip,
  readFrameNumber,
  barcode,
} from "#tests/helpers/clips.ts";

async function frameTableOf(bytes: Buffer): Promise<FrameTable & { mimeType: string }> {
  const found = await inspectClip({
    totalBytes: bytes.length,
    read: (start, end) => Promise.resolve(bytes.subarray(start, end + 1)),
  });
  if (!found.ok) throw new Error(`refused: ${found.reason}`);
  return found.value;
}

/** A page with nothing but this clip in a video, whole. */
async function showClip(page: Page, bytes: Buffer, mimeType: string): Promise<() => void> {
  const server = createServer((asked, response) => {
    if (asked.url === "/clip") response.setHeader("content-type", mimeType).end(bytes);
    else response.setHeader("content-type", "text/html").end("<!doctype html><body></body>");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`); // it listens on a port
  await page.evaluate(async () => {
    const video = document.createElement("video");
    video.muted = true;
    document.body.append(video);
    const clip = await (await fetch("/clip")).blob();
    video.src = URL.createObjectURL(clip);
    await new Promise((resolve) => video.addEventListener("canplay", resolve, { once: true }));
  });
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

/** A picture as it was told of: its time, when it was presented, and its blocks as they were read at an instant. */
interface SeenPicture {
  readonly mediaTimeMs: number;
  readonly presentedAtMs: number;
  readonly blocks: number[] | null;
  readonly readAtMs: number;
}

/** No numbered picture stands for less than this: who looks sooner after it was due finds it or the next. */
const leastStandMs = 25;

/**
 * The pictures that were read in time, by when each was due: the promptest fifth tells when the clip began.
 * The very first may have been presented while the clip still stood.
 */
function readInTime(seen: readonly SeenPicture[]): SeenPicture[] {
  const beganAtMs =
    seen
      .map(({ presentedAtMs, mediaTimeMs }) => presentedAtMs - mediaTimeMs)
      .toSorted((one, other) => one - other)
      .at(Math.floor(seen.length / 5)) ?? 0;
  return seen.filter(
    ({ readAtMs, mediaTimeMs }) => readAtMs - (beganAtMs + mediaTimeMs) < leastStandMs,
  );
}

/** Plays to the end, and tells of every picture presented. */
async function playThrough(page: Page): Promise<SeenPicture[]> {
  await page.evaluate(`globalThis.readBlocks = ${readBlocks.toString()}`);
  return await page.evaluate(
    (geometry) =>
      new Promise((resolve) => {
        const video = document.querySelector("video");
        if (video === null) throw new Error("no video");
        const { readBlocks: read } = globalThis as unknown as { readBlocks: typeof readBlocks };
        const seen: SeenPicture[] = [];
        const look = (_: number, metadata: VideoFrameCallbackMetadata) => {
          const blocks = read({ ...geometry, videoSelector: "video" });
          seen.push({
            mediaTimeMs: metadata.mediaTime * 1000,
            presentedAtMs: metadata.presentationTime,
            blocks,
            readAtMs: performance.now(),
          });
          video.requestVideoFrameCallback(look);
        };
        video.requestVideoFrameCallback(look);
        video.addEventListener("ended", () => resolve(seen), { once: true });
        void video.play();
      }),
    barcode,
  );
}

for (const [name, path] of Object.entries(numberedClips)) {
  test(`[MD2] [A1] the frame table names the very picture a browser shows: ${name}`, async ({
    page,
  }) => {
    const bytes = readClip(path);
    const table = await frameTableOf(bytes);
    let close = await showClip(page, bytes, table.mimeType);

    const seen = await playThrough(page);
    const inTime = readInTime(seen);
    // Whoever comes too late to look, on a busy machine, can tell nothing of the picture, and looks again.
    for (let again = 0; inTime.length <= 30 && again < 4; again += 1) {
      close();
      close = await showClip(page, bytes, table.mimeType);
      const more = await playThrough(page);
      seen.push(...more);
      inTime.push(...readInTime(more));
    }
    const offTable = seen.filter(
      ({ mediaTimeMs }) =>
        Math.abs((table.framesMs[frameAt(table, mediaTimeMs)] ?? -1) - mediaTimeMs) > 0.5,
    );
    // A picture that came while its forerunner was being told of may be drawn already: at most one on.
    const misnamed = inTime
      .map(({ mediaTimeMs, blocks }) => ({
        told: frameAt(table, mediaTimeMs),
        drawn: blocks && frameNumberOf(blocks),
      }))
      .filter(({ told, drawn }) => drawn !== told && drawn !== told + 1);
    const afterSeek: [number, number | null][] = [];
    for (let n = 0; n < 20; n += 1) {
      const frame = (n * 53 + 7) % numberedClipFrames;
      await page.evaluate(
        async (seconds) => {
          const video = document.querySelector("video");
          if (video === null) throw new Error("no video");
          const shown = new Promise((resolve) => video.requestVideoFrameCallback(resolve));
          const sought = new Promise((resolve) => {
            video.addEventListener("seeked", resolve, { once: true });
          });
          video.currentTime = seconds;
          await Promise.all([shown, sought]);
        },
        frameMiddleMs(table, frame) / 1000,
      );
      afterSeek.push([frame, await readFrameNumber(page)]);
    }
    close();

    tellMeasured(`${inTime.length} of ${seen.length} pictures were read in time`);
    expect(inTime.length).toBeGreaterThan(30);
    expect(offTable).toEqual([]);
    expect(misnamed).toEqual([]);
    expect(afterSeek.filter(([wanted, shown]) => wanted !== shown)).toEqual([]);
  });
}
