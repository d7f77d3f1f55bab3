import { afterEach, beforeEach, expect, it } from "vitest";
import {
  admitGuest,
  furnishReview,
  openFirstGuider,
  putClip,
} from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

let server: TestServer;
let house: ReviewHouse;
beforeEach(async () => {
  server = await startTestServer();
  house = await furnishReview(server, await openFirstGuider(server));
});
afterEach(() => server.close());

/** A second cycle with a clip of its own and a review of this kind, whose practitioner has been let in. */
async function meetAgain(kind: "review" | "last") {
  const { guider, journey } = house;
  const params = { journeyId: journey.journeyId };
  const { cycleId } = await guider.want("startCycle", { params });
  const clip = await guider.want("addClip", {
    params: { cycleId },
    body: {
      title: "The tower",
      initiative: "looked up",
      description: "",
      peopleInShot: journey.people.map(({ personId }) => personId),
    },
  });
  await putClip(guider, clip.clipId);
  const startsAtMs = Math.floor(server.context.clock.nowMs());
  const review = await guider.want("planReview", {
    params: { cycleId },
    body: { kind, startsAtMs },
  });
  const { guest } = await admitGuest(server, { guider, review });
  const { clips } = await guest.want("readRoom", { params: { reviewId: review.reviewId } });
  return { guest, clips, titles: clips.map((one) => [one.cycleNumber, one.title]) };
}

it("[JN56] the last review's room has the first cycle's clips too, and streams them while all permit it", async () => {
  const { guest, clips, titles } = await meetAgain("last");
  const firstFilm = `/m/${clips[1]?.mediaId}`;
  const bytes = () => guest.send("GET", firstFilm, { headers: { range: "bytes=0-9" } });
  const before = await bytes();
  await house.guider.want("recordPermission", {
    params: { personId: house.journey.people[0]?.personId ?? "" },
    body: { purpose: "sharedReview", status: "withdrawn" },
  });
  const after = await bytes();

  expect(titles).toEqual([
    [2, "The tower"],
    [1, "Blocks"],
  ]);
  expect(before.status).toBe(206);
  expect(after.status).toBe(403);
});

it("[JN56] any other review has the clips of its own cycle alone", async () => {
  expect((await meetAgain("review")).titles).toEqual([[2, "The tower"]]);
});
