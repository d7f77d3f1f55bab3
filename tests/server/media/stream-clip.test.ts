import { afterEach, beforeEach, expect, it } from "vitest";
import { numberedClips, readClip } from "#tests/helpers/clips.ts";
import { admitGuest, furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { addHeavyClip, isCutOff, openSlowly } from "#tests/helpers/slow-stream.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

let server: TestServer;
let house: ReviewHouse;
beforeEach(async () => {
  server = await startTestServer();
  house = await furnishReview(server, await openFirstGuider(server));
});
afterEach(() => server.close());

async function mediaPathOf(browser: TestBrowser, clip = 0): Promise<string> {
  const room = await browser.want("readRoom", { params: { reviewId: house.review.reviewId } });
  return `/m/${room.clips[clip]?.mediaId}`;
}

it("[MD9] [A17] a clip is served whole, by range and by its head, and is stored by nobody", async () => {
  const { guest } = await admitGuest(server, house);
  const path = await mediaPathOf(guest);
  const { length } = readClip(numberedClips.silent);

  const whole = await guest.send("GET", path);
  const part = await guest.send("GET", path, { headers: { range: "bytes=100-199" } });
  const tail = await guest.send("GET", path, { headers: { range: "bytes=-10" } });
  const beyond = await guest.send("GET", path, { headers: { range: `bytes=${length}-` } });
  const head = await guest.send("HEAD", path);

  expect([whole, part, tail, beyond, head].map(({ status }) => status)).toEqual([
    200, 206, 206, 416, 200,
  ]);
  expect(part.headers.get("content-range")).toBe(`bytes 100-199/${length}`);
  expect(part.headers.get("content-length")).toBe("100");
  expect(tail.headers.get("content-range")).toBe(`bytes ${length - 10}-${length - 1}/${length}`);
  expect(beyond.headers.get("content-range")).toBe(`bytes */${length}`);
  expect(head.headers.get("content-length")).toBe(String(length));
  expect(head.text).toBe("");
  for (const { headers } of [whole, part, head]) {
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-disposition")).toBe("inline");
    expect(headers.get("accept-ranges")).toBe("bytes");
    expect(headers.get("content-type")).toBe("video/mp4");
  }
});

it("[MD10] each request is checked anew: after a revoked link, an ended review, a withdrawn permission there is nothing", async () => {
  const first = await admitGuest(server, house);
  const second = await admitGuest(server, house);
  const third = await admitGuest(server, house);
  const paths = [
    await mediaPathOf(first.guest),
    await mediaPathOf(second.guest),
    await mediaPathOf(third.guest),
  ];
  const statusOf = async (who: typeof first, path: string | undefined) =>
    (await who.guest.send("GET", path ?? "", { headers: { range: "bytes=0-9" } })).status;
  expect(await statusOf(first, paths[0])).toBe(206);

  await house.guider.want("revokeInvite", { params: { inviteId: first.inviteId } });
  expect([403, 404]).toContain(await statusOf(first, paths[0]));
  expect(await statusOf(second, paths[1])).toBe(206);

  const personId = house.journey.people[0]?.personId ?? "";
  const record = (status: "given" | "withdrawn") =>
    house.guider.want("recordPermission", {
      params: { personId },
      body: { purpose: "film", status },
    });
  await record("withdrawn");
  expect(await statusOf(second, paths[1])).toBe(403);
  await record("given");
  expect(await statusOf(second, paths[1])).toBe(206);

  await house.guider.want("endReview", { params: { reviewId: house.review.reviewId } });
  expect([403, 404]).toContain(await statusOf(third, paths[2]));
});

it("[MD10] an address names nothing but itself: wrong ones and other sessions' are not found", async () => {
  const { guest } = await admitGuest(server, house);
  const { guest: other } = await admitGuest(server, house);
  const path = await mediaPathOf(guest);
  await mediaPathOf(other);

  const wrong = await guest.send("GET", `/m/${"A".repeat(32)}`);
  const malformed = await guest.send("GET", "/m/..%2f..%2fetc");
  const copied = await other.send("GET", path);

  expect([wrong, malformed, copied].map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(wrong.headers.get("cache-control")).toBe("private, no-store");
});

it("[MD11] a clip on its way is cut off within a second of a revoked link or a withdrawn permission, and no other", async () => {
  await addHeavyClip(house);
  const first = await admitGuest(server, house);
  const second = await admitGuest(server, house);
  const revoked = await openSlowly(server, first.guest, await mediaPathOf(first.guest, 1));
  const goingOn = await openSlowly(server, second.guest, await mediaPathOf(second.guest, 1));
  const guiders = await openSlowly(server, house.guider, await mediaPathOf(house.guider, 1));

  const revokedAtMs = performance.now();
  await house.guider.want("revokeInvite", { params: { inviteId: first.inviteId } });
  expect(await isCutOff(revoked)).toBe(true);
  expect(performance.now() - revokedAtMs).toBeLessThan(1000);
  expect(await isCutOff(goingOn)).toBe(false);

  const withdrawnAtMs = performance.now();
  await house.guider.want("recordPermission", {
    params: { personId: house.journey.people[1]?.personId ?? "" },
    body: { purpose: "sharedReview", status: "withdrawn" },
  });
  expect(await isCutOff(guiders)).toBe(true);
  expect(performance.now() - withdrawnAtMs).toBeLessThan(1000);
});

it("[MD11] a clip on its way to a guest is cut off when the review ends or the session does", async () => {
  await addHeavyClip(house);
  const first = await admitGuest(server, house);
  const second = await admitGuest(server, house);
  const leaving = await openSlowly(server, first.guest, await mediaPathOf(first.guest, 1));
  const staying = await openSlowly(server, second.guest, await mediaPathOf(second.guest, 1));

  await first.guest.want("endSession", { body: { sharedComputer: true } });
  expect(await isCutOff(leaving)).toBe(true);

  await house.guider.want("endReview", { params: { reviewId: house.review.reviewId } });
  expect(await isCutOff(staying)).toBe(true);
});

it("[MD11] one session has at most eight clips on their way", async () => {
  await addHeavyClip(house);
  const { guest } = await admitGuest(server, house);
  const path = await mediaPathOf(guest, 1);
  const open = await Promise.all(Array.from({ length: 8 }, () => openSlowly(server, guest, path)));

  const ninth = await guest.send("GET", path, { headers: { range: "bytes=0-9" } });
  open.forEach((response) => response.destroy());

  expect(ninth.status).toBe(429);
  await expect
    .poll(async () => (await guest.send("GET", path, { headers: { range: "bytes=0-9" } })).status)
    .toBe(206);
});
