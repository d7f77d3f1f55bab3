import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { chunkBytes } from "#server/media/chunk-cipher.ts";
import { clipSchema } from "#shared/domain/clip.ts";
import { demoClips, numberedClips, readClip } from "#tests/helpers/clips.ts";
import { openUploadHouse } from "#tests/helpers/upload-house.ts";
import type { UploadHouse } from "#tests/helpers/upload-house.ts";
import { uploadSteps } from "#tests/helpers/upload-steps.ts";

const file = readClip(demoClips[0] ?? "");
const headers = {
  "tus-resumable": "1.0.0",
  "clip-digest": createHash("sha256").update(file).digest("hex"),
  "content-type": "application/offset+octet-stream",
};

let house: UploadHouse;
beforeAll(async () => {
  house = await openUploadHouse();
});
afterEach(async () => {
  if (house.server.logged().includes("broke")) throw new Error("something broke");
  await house.tidy();
});
afterAll(() => house.server.close());

describe("a clip that goes up", () => {
  it("[CP49] [F2.1] goes on where the line was cut, and arrives byte for byte", async () => {
    const steps = await house.stepsFor(file);
    await steps.begin();

    const first = steps.sendSlowly(0, 300_000);
    await house.untilOnDisk(chunkBytes * 3);
    first.cut();
    const cutAt = await steps.offset();
    const second = steps.sendSlowly(cutAt, cutAt + 200_000);
    await house.untilOnDisk(cutAt + chunkBytes);
    second.cut();
    const goneUp = await steps.offset();
    const finished = await steps.send(goneUp);

    expect(cutAt).toBeGreaterThan(chunkBytes * 3);
    expect(cutAt).toBeLessThanOrEqual(300_000);
    expect(goneUp).toBeGreaterThan(cutAt);
    expect(finished.status).toBe(200);
    const { media } = clipSchema.parse(finished.json);
    expect(media?.bytes).toBe(file.length);
    expect(finished.text).not.toContain("framesMs");
    expect(await house.staged()).toEqual([]);
    expect((await house.playBack()).equals(file)).toBe(true); // `toEqual` takes seconds over a megabyte
  });

  it("[CP49] keeps what came before a cut, down to the byte", async () => {
    const steps = await house.stepsFor(file);
    await steps.begin();

    const afterHalf = await steps.send(0, chunkBytes + 77);
    const asked = await steps.offset();
    const afterMore = await steps.send(asked, asked + 10);

    expect(afterHalf.status).toBe(204);
    expect(asked).toBe(chunkBytes + 77);
    expect(afterMore.headers.get("upload-offset")).toBe(String(chunkBytes + 87));
  });

  it("[CP50] lies on the disk as ciphertext only, its last few bytes too", async () => {
    const steps = await house.stepsFor(file);
    await steps.begin();
    await steps.send(0, chunkBytes * 2 + 5000);

    const names = await readdir(house.folder);
    const onDisk = await Promise.all(names.map((name) => readFile(join(house.folder, name))));
    const lying = Buffer.concat(onDisk);

    expect(lying.length).toBeGreaterThan(chunkBytes * 2 + 5000);
    for (const word of ["ftyp", "moov", "avc1", "digest", "wrappedKey"]) {
      expect(lying.includes(word)).toBe(false);
    }
    for (let at = 0; at + 16 < chunkBytes * 2 + 5000; at += 4096) {
      const run = file.subarray(at, at + 16);
      expect(lying.includes(run)).toBe(false);
      expect(lying.includes(run.toString("base64").slice(1, 19))).toBe(false);
    }
  });

  it("[CP51] begins anew when another file is sent for the clip, and mixes nothing", async () => {
    const clipId = await house.addClip();
    const one = uploadSteps(house.guider, clipId, file);
    const other = uploadSteps(house.guider, clipId, readClip(numberedClips.withSound));
    await one.begin();
    await one.send(0, 200_000);

    const seenByOther = await other.offset();
    await other.begin();
    const late = await one.send(200_000);
    const finished = await other.send(0);

    expect(seenByOther).toBe(-1);
    expect(late.status).toBe(404);
    expect(clipSchema.parse(finished.json).media?.bytes).toBe(
      readClip(numberedClips.withSound).length,
    );
    expect(await house.staged()).toEqual([]);
  });

  it("[CP51] is refused when what came in is not the file it was said to be", async () => {
    const clipId = await house.addClip();
    const steps = uploadSteps(house.guider, clipId, file);
    const changed = Buffer.from(file);
    changed[100_000] = (changed[100_000] ?? 0) ^ 1;
    const path = `/api/uploads/${clipId}`;
    await steps.begin();
    await steps.send(0, 90_000);

    const finished = await house.guider.send("PATCH", path, {
      headers: { ...headers, "upload-offset": "90000" },
      body: new Uint8Array(changed.subarray(90_000)),
    });

    expect([finished.status, finished.text]).toEqual([422, '{"reason":"clip-incomplete"}']);
    expect(await house.staged()).toEqual([]);
  });

  it("[CP51] is taken over by the page that comes back while the old line seems alive", async () => {
    const steps = await house.stepsFor(file);
    await steps.begin();
    const old = steps.sendSlowly(0, 200_000);
    await house.untilOnDisk(chunkBytes * 2);

    const [one, two] = await Promise.all([steps.offset(), steps.offset()]);
    const both = await Promise.all([steps.send(one), steps.send(one)]);
    const begun = both.find(({ status }) => status === 200) ?? (await steps.begin());
    // Two that send at once may both lose their line to the other; what came stays, and goes on from there.
    const kept = begun.status === 200 ? file.length : await steps.offset();
    const finished = begun.status === 200 ? begun : await steps.send(kept);
    old.cut();

    expect(two).toBe(one);
    expect(one).toBeGreaterThan(chunkBytes * 2);
    expect(kept).toBeGreaterThanOrEqual(one);
    expect(finished.status).toBe(200);
    expect((await house.playBack()).equals(file)).toBe(true); // `toEqual` takes seconds over a megabyte
  });

  it("[CP51] takes no byte at a wrong place, and none too many", async () => {
    const clipId = await house.addClip();
    const steps = uploadSteps(house.guider, clipId, file);
    await steps.begin();
    await steps.send(0, 1000);

    const ahead = await steps.send(5000, 6000);
    const again = await steps.send(0, 1000);
    const tooMany = await house.guider.send("PATCH", `/api/uploads/${clipId}`, {
      headers: { ...headers, "upload-offset": "1000" },
      body: new Uint8Array(file.length),
    });

    expect([ahead.status, again.status, tooMany.status]).toEqual([409, 409, 413]);
    expect(tooMany.json ?? JSON.parse(tooMany.text)).toEqual({ reason: "too-large" });
    expect(await steps.offset()).toBe(1000);
    expect((await steps.send(1000)).status).toBe(200);
  });

  it("[CP52] is answered with the clip when only the answer got lost", async () => {
    const clipId = await house.addClip();
    const steps = uploadSteps(house.guider, clipId, file);
    await steps.begin();
    await steps.send(0);

    const asked = await steps.offset();
    const again = await steps.begin();
    const other = await uploadSteps(house.guider, clipId, readClip(numberedClips.silent)).begin();

    expect(asked).toBe(-1);
    expect(again.status).toBe(200);
    expect(clipSchema.parse(again.json)).toMatchObject({ clipId, media: { bytes: file.length } });
    expect([other.status, other.json]).toEqual([409, { reason: "already-done" }]);
  });
});
