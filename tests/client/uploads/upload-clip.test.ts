import { createRequire } from "node:module";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { uploadClip } from "#client/lib/upload-clip.ts";
import { demoClips, readClip, refusedClip } from "#tests/helpers/clips.ts";
import { startFaultProxy } from "#tests/helpers/fault-proxy.ts";
import type { FaultProxy } from "#tests/helpers/fault-proxy.ts";
import { linedRequest } from "#tests/helpers/lined-request.ts";
import { openUploadHouse } from "#tests/helpers/upload-house.ts";
import type { UploadHouse } from "#tests/helpers/upload-house.ts";

/** The build of the package that browsers get; Node's own would not take a file as a page has it. */
vi.mock("tus-js-client", () => {
  const load = createRequire(import.meta.url);
  return { Upload: (load("tus-js-client/dist/tus.js") as { Upload: unknown }).Upload };
});

let house: UploadHouse;
let line: FaultProxy;
beforeAll(async () => {
  house = await openUploadHouse();
  line = await startFaultProxy(house.server.port);
  const headers = () => ({
    origin: house.server.origin,
    host: `127.0.0.1:${house.server.port}`,
    "sec-fetch-site": "same-origin",
    cookie: house.guider.cookie(),
  });
  vi.stubGlobal("XMLHttpRequest", linedRequest({ port: line.port, headers }));
});
afterEach(async () => {
  line.heal();
  await house.tidy();
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await line.close();
  await house.server.close();
});

const bytes = readClip(demoClips[0] ?? "");
const fileOf = (content: Buffer) => new File([new Uint8Array(content)], "film.mp4");

it("[CP56] sends a clip over a line that is cut half-way, and says that it waits", async () => {
  const clipId = await house.addClip();
  line.up.bytesPerSecond = 1_000_000;
  const waits: boolean[] = [];

  const upload = uploadClip(clipId, fileOf(bytes), (_fraction, isWaiting) => waits.push(isWaiting));
  await house.untilOnDisk(300_000);
  line.cut();
  await expect.poll(() => waits).toContain(true);
  line.heal();
  const answer = await upload.answer;

  expect(answer).toMatchObject({ ok: true, value: { clipId, media: { bytes: bytes.length } } });
  expect((await house.playBack()).equals(bytes)).toBe(true);
});

it("[CP56] goes on in a new page from what the one before has sent", async () => {
  const clipId = await house.addClip();
  line.up.bytesPerSecond = 1_000_000;
  const first = uploadClip(clipId, fileOf(bytes), () => undefined);
  await house.untilOnDisk(300_000);
  first.leave();
  line.heal();
  const fractions: number[] = [];

  const second = uploadClip(clipId, fileOf(bytes), (fraction) => fractions.push(fraction));

  expect(await first.answer).toMatchObject({ ok: false });
  expect(await second.answer).toMatchObject({ ok: true });
  expect(fractions[0]).toBeGreaterThan(300_000 / bytes.length / 1.1);
});

it("[CP56] takes away what has gone up when it is given up", async () => {
  const clipId = await house.addClip();
  line.up.bytesPerSecond = 1_000_000;
  const upload = uploadClip(clipId, fileOf(bytes), () => undefined);
  await house.untilOnDisk(200_000);

  upload.cancel();

  expect(await upload.answer).toMatchObject({ ok: false, reason: "offline" });
  await expect.poll(() => house.staged()).toEqual([]);
});

it("[CP56] tells by name what was refused, before and after the bytes have gone up", async () => {
  const clipId = await house.addClip();
  const send = (content: Buffer) => uploadClip(clipId, fileOf(content), () => undefined).answer;

  const empty = await send(Buffer.alloc(0));
  const tagged = await send(readClip(refusedClip("tagged.mp4")));
  house.setFreeBytes(1000);
  const full = await send(bytes);
  house.setFreeBytes(Infinity);
  const taken = await send(bytes);
  const again = await send(bytes);
  const other = await send(readClip(refusedClip("tagged.mp4")));

  expect([empty, tagged, full]).toMatchObject([
    { ok: false, reason: "clip-not-video" },
    { ok: false, reason: "clip-metadata" },
    { ok: false, reason: "disk-full" },
  ]);
  expect([taken, again]).toMatchObject([{ ok: true }, { ok: true }]);
  expect(other).toMatchObject({ ok: false, reason: "already-done" });
});
