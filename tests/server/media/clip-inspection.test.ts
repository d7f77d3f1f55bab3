import { describe, expect, it } from "vitest";
import { inspectClip } from "#server/media/clip-inspection.ts";
import {
  numberedClipFrames,
  numberedClips,
  readClip,
  refusedClip,
  smallDemoClips,
} from "#tests/helpers/clips.ts";

function inspect(bytes: Buffer) {
  return inspectClip({
    totalBytes: bytes.length,
    read: (start, end) => Promise.resolve(bytes.subarray(start, end + 1)),
  });
}

async function inspectGood(path: string) {
  const found = await inspect(readClip(path));
  if (!found.ok) throw new Error(`refused: ${found.reason}`);
  return found.value;
}

describe("a clip that may be kept", () => {
  it("[MD1] is described by its codec, size, sound and length", async () => {
    const found = await inspectGood(numberedClips.withSound);

    expect(found).toMatchObject({ mimeType: "video/mp4", hasSound: true, width: 320, height: 180 });
    expect(found.videoCodec).toMatch(/^avc1/);
    expect(found.durationMs).toBeCloseTo(5000, 3);
  });

  it("[MD1] is described without sound when it has none", async () => {
    expect(await inspectGood(numberedClips.silent)).toMatchObject({ hasSound: false });
  });

  it("[MD2] has the exact start of each of its frames", async () => {
    const { framesMs } = await inspectGood(numberedClips.silent);

    expect(framesMs).toHaveLength(numberedClipFrames);
    framesMs.forEach((startMs, frame) => expect(startMs).toBeCloseTo(frame * 40, 6));
  });

  it("[MD2] has 25 frames a second when it is drawn for the demo, and is small", async () => {
    for (const path of smallDemoClips) {
      const found = await inspectGood(path);

      expect(found).toMatchObject({ hasSound: true, width: 960, height: 540 });
      found.framesMs.forEach((startMs, frame) => expect(startMs).toBeCloseTo(frame * 40, 6));
      expect(found.durationMs).toBeCloseTo(found.framesMs.length * 40, 3);
      expect(readClip(path).length).toBeLessThan(250 * 1024);
    }
  });

  it("[MD2] keeps the small delay with which a WebM begins", async () => {
    const { framesMs, mimeType } = await inspectGood(numberedClips.webm);

    expect(mimeType).toBe("video/webm");
    expect(framesMs[0]).toBeCloseTo(7, 6);
    expect(framesMs).toHaveLength(numberedClipFrames);
  });

  it("[MD2] keeps uneven frame times as they are", async () => {
    const { framesMs } = await inspectGood(numberedClips.variable);
    const steps = framesMs.slice(1).map((startMs, n) => startMs - (framesMs[n] ?? 0));

    expect(framesMs).toHaveLength(numberedClipFrames);
    expect(Math.min(...steps)).toBeLessThan(30);
    expect(Math.max(...steps)).toBeGreaterThan(200);
  });
});

describe("a clip that is refused", () => {
  it.each([
    ["HEVC", "hevc.mp4", "clip-codec"],
    ["frames hidden before the beginning", "hidden-frames.mp4", "clip-hidden-frames"],
    ["a title and a place", "tagged.mp4", "clip-metadata"],
    ["a title in a WebM", "tagged.webm", "clip-metadata"],
    ["Matroska", "matroska.mkv", "clip-container"],
    ["two pictures", "two-pictures.mp4", "clip-hidden-frames"],
    ["sound alone", "sound-only.mp4", "clip-not-video"],
    ["a picture wider than 1920", "wide.mp4", "clip-picture-size"],
    ["more than a minute", "long.webm", "clip-too-long"],
  ])("[MD3] for %s is refused by its reason", async (_, name, reason) => {
    expect(await inspect(readClip(refusedClip(name)))).toEqual({ ok: false, reason });
  });

  const mp4 = readClip(numberedClips.withSound);
  const webm = readClip(numberedClips.webm);
  it.each([
    ["an empty file", Buffer.alloc(0), "clip-not-video"],
    [
      "a zip",
      Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(2000, 7)]),
      "clip-not-video",
    ],
    [
      "an SVG",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      "clip-not-video",
    ],
    [
      "a list of files",
      Buffer.from("ffconcat version 1.0\nfile '/etc/passwd'\n"),
      "clip-not-video",
    ],
    ["a playlist", Buffer.from("#EXTM3U\n#EXTINF:9,\nhttp://127.0.0.1/x.ts\n"), "clip-not-video"],
    ["an MP4 cut short", mp4.subarray(0, 20_000), "clip-incomplete"],
    ["an MP4 that lacks its last byte", mp4.subarray(0, -1), "clip-incomplete"],
    ["a WebM cut short", webm.subarray(0, 20_000), "clip-incomplete"],
    [
      "something else behind an MP4",
      Buffer.concat([mp4, Buffer.from("PK\u0003\u0004more!!!!")]),
      "clip-container",
    ],
    ["something else behind a WebM", Buffer.concat([webm, Buffer.alloc(9)]), "clip-container"],
    ["a phone's own box", Buffer.concat([mp4, box("uuid", 40)]), "clip-metadata"],
    ["leftover film", Buffer.concat([mp4, box("mdat", 200_000)]), "clip-hidden-frames"],
    [
      "leftover film in a free box",
      Buffer.concat([mp4, box("free", 200_000)]),
      "clip-hidden-frames",
    ],
  ])("[MD3] for being %s is refused by its reason", async (_, bytes, reason) => {
    expect(await inspect(bytes)).toEqual({ ok: false, reason });
  });

  it("[MD3] for a track that is neither picture nor sound is refused", async () => {
    const bytes = Buffer.from(mp4);
    const handler = bytes.indexOf("soun");
    bytes.write("meta", handler);

    expect(await inspect(bytes)).toEqual({ ok: false, reason: "clip-metadata" });
  });

  it("[MD3] for frames that an edit list leaves out at the end is refused", async () => {
    const bytes = Buffer.from(mp4);
    const edit = bytes.indexOf("elst");
    bytes.writeUInt32BE(2000, edit + 12);

    expect(await inspect(bytes)).toEqual({ ok: false, reason: "clip-hidden-frames" });
  });

  it("[MD3] for two frames at one instant is refused", async () => {
    const bytes = Buffer.from(readClip(numberedClips.silent));
    const table = bytes.indexOf("stts");
    bytes.writeUInt32BE(0, table + 16);

    const found = await inspect(bytes);

    expect(found.ok).toBe(false);
  });
});

function box(type: string, bytes: number): Buffer {
  const made = Buffer.alloc(bytes, 5);
  made.writeUInt32BE(bytes, 0);
  made.write(type, 4, "latin1");
  return made;
}
