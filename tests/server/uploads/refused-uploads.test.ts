import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { clipLimits } from "#shared/domain/clip.ts";
import { demoClips, readClip, refusedClip } from "#tests/helpers/clips.ts";
import { admitGuest } from "#tests/helpers/review-house.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import { openUploadHouse } from "#tests/helpers/upload-house.ts";
import type { UploadHouse } from "#tests/helpers/upload-house.ts";
import { uploadSteps } from "#tests/helpers/upload-steps.ts";

const file = readClip(demoClips[0] ?? "");
const headers = {
  "tus-resumable": "1.0.0",
  "clip-digest": createHash("sha256").update(file).digest("hex"),
  "content-type": "application/offset+octet-stream",
};

const dayMs = 86_400_000;

let house: UploadHouse;
beforeAll(async () => {
  house = await openUploadHouse();
});
afterEach(async () => {
  if (house.server.logged().includes("broke")) throw new Error("something broke");
  await house.tidy();
});
afterAll(() => house.server.close());

describe("an upload that is not taken", () => {
  it("[CP53] [F2.1] is refused to everybody but the clip's guider, whatever the step", async () => {
    const clipId = await house.addClip();
    const own = uploadSteps(house.guider, clipId, file);
    await own.begin();
    await own.send(0, 5000);
    const practitioner = (await admitGuest(house.server, house)).guest;
    const supervisor = (await admitGuest(house.server, house, "supervisor")).guest;
    const stranger = openTestBrowser(house.server);

    for (const [browser, status] of [
      [practitioner, 403],
      [supervisor, 403],
      [stranger, 401],
    ] as const) {
      const steps = uploadSteps(browser, clipId, file);
      expect([
        (await steps.begin()).status,
        (await steps.send(5000)).status,
        (await steps.giveUp()).status,
        await steps.offset(),
      ]).toEqual([status, status, status, -1]);
    }
    expect(await own.offset()).toBe(5000);
  });

  it("[CP53] is refused from another site's page", async () => {
    const path = `/api/uploads/${await house.addClip()}`;
    const foreign = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };

    for (const method of ["POST", "HEAD", "PATCH", "DELETE", "OPTIONS"]) {
      const reply = await house.guider.send(method, path, {
        headers: { ...headers, "upload-length": "1000", ...foreign },
      });
      expect([method, reply.status]).toEqual([method, 403]);
      expect(reply.headers.get("access-control-allow-origin")).toBeNull();
    }
    expect(await house.staged()).toEqual([]);
  });

  it("[CP54] is refused by name before a byte goes up", async () => {
    const steps = await house.stepsFor(file);
    const answer = async (bytes?: number) => {
      const { status, json } = await steps.begin(bytes);
      return [status, (json as { reason: string }).reason];
    };

    expect(await answer(0)).toEqual([422, "clip-not-video"]);
    expect(await answer(clipLimits.bytes + 1)).toEqual([413, "too-large"]);
    expect(await answer(-5)).toEqual([400, "invalid"]);
    house.setFreeBytes(file.length);
    expect(await answer()).toEqual([507, "disk-full"]);
    house.setFreeBytes(Infinity);
    for (const { personId } of house.journey.people) {
      await house.guider.want("recordPermission", {
        params: { personId },
        body: { purpose: "sharedReview", status: "refused" },
      });
    }
    const missing = await steps.begin();
    for (const { personId } of house.journey.people) {
      await house.guider.want("recordPermission", {
        params: { personId },
        body: { purpose: "sharedReview", status: "given" },
      });
    }
    expect(missing.json).toMatchObject({ reason: "permissions-missing" });
    expect(await house.staged()).toEqual([]);
  });

  it("[CP54] is not understood without the digest, by another method, or for no clip", async () => {
    const path = `/api/uploads/${await house.addClip()}`;

    const nameless = await house.guider.send("POST", path, {
      headers: { ...headers, "clip-digest": "../../etc", "upload-length": "1000" },
    });
    const read = await house.guider.send("GET", path, { headers });
    const nowhere = await house.guider.send("POST", "/api/uploads/none", { headers });
    const bare = await house.guider.send("POST", "/api/uploads", { headers });

    expect([nameless, read, nowhere, bare].map(({ json }) => json)).toEqual([
      { reason: "invalid" },
      { reason: "not-found" },
      { reason: "not-found" },
      { reason: "not-found" },
    ]);
  });

  it.each([
    [
      "text called a film",
      Buffer.from("This is my film, honestly.\n".repeat(4000)),
      "clip-not-video",
    ],
    ["a film's details", readClip(refusedClip("tagged.mp4")), "clip-metadata"],
    ["a film cut short", file.subarray(0, 400_000), "clip-incomplete"],
  ])("[CP54] leaves nothing behind for %s", async (_, bytes, reason) => {
    const steps = await house.stepsFor(Buffer.from(bytes));
    const before = (await house.stored()).sort();
    await steps.begin();

    const finished = await steps.send(0);

    expect([finished.status, JSON.parse(finished.text)]).toEqual([422, { reason }]);
    expect(await house.staged()).toEqual([]);
    expect((await house.stored()).sort()).toEqual(before);
    expect(await steps.offset()).toBe(-1);
  });
});

describe("an upload nobody finishes", () => {
  it("[CP55] is gone once its guider gives it up", async () => {
    const steps = await house.stepsFor(file);
    await steps.begin();
    await steps.send(0, 100_000);

    const gone = await steps.giveUp();

    expect(gone.status).toBe(204);
    expect(await steps.offset()).toBe(-1);
    expect(await house.staged()).toEqual([]);
  });

  it("[CP55] is gone with its clip, or after a day without a byte", async () => {
    const removed = await house.addClip();
    const stale = await house.addClip();
    for (const clipId of [removed, stale]) {
      const steps = uploadSteps(house.guider, clipId, file);
      await steps.begin();
      await steps.send(0, 100_000);
    }

    await house.guider.want("removeClip", { params: { clipId: removed } });
    await expect.poll(async () => (await house.staged()).join()).not.toContain(removed);
    expect((await house.staged()).join()).toContain(stale);
    house.server.advance(dayMs + 60_000);
    house.server.context.access.announce({
      kind: "clips-changed",
      journeyId: house.journey.journeyId,
    });

    await expect.poll(() => house.staged()).toEqual([]);
  });
});
