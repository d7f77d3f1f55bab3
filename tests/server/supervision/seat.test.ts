import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { personIdSchema } from "#shared/domain/ids.ts";
import type { KnockState } from "#shared/protocol/door-events.ts";
import {
  admitGuest,
  heard,
  invite,
  knock,
  letIn,
  openLink,
  waitingAt,
} from "#tests/helpers/review-house.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { enterTab, openTab } from "#tests/server/review-room/room-tab.ts";
import { openPeopleHouse } from "#tests/server/people/people-house.ts";
import type { PeopleHouse } from "#tests/server/people/people-house.ts";

let server: TestServer;
let house: PeopleHouse;
beforeAll(async () => {
  server = await startTestServer();
  house = await openPeopleHouse(server);
  await house.permitAll(house.people.inShot);
});
beforeEach(async () => {
  const { child, practitioner, inShot } = house.people;
  for (const personId of [child, practitioner, inShot]) await say(personId, "given");
});
afterAll(() => server.close());

type Status = "given" | "refused" | "withdrawn";
const say = (personId: string, status: Status) =>
  house.guider.want("recordPermission", {
    params: { personId },
    body: { purpose: "supervisorSeesClips", status },
  });
const inviteHelen = () =>
  house.guider.ask("issueInvite", {
    params: { reviewId: house.review.reviewId },
    body: { name: "Helen", role: "supervisor" },
  });

it("[JN45] [S1] a supervisor's link is refused with the names of whoever has not agreed, and nobody else's is", async () => {
  const { child, practitioner, inShot } = house.people;
  await say(child, "refused");
  await say(practitioner, "withdrawn");

  const refused = await inviteHelen();
  const callum = await invite(house);

  expect(refused.status).toBe(403);
  expect(refused.json).toEqual({ reason: "supervisor-not-agreed", details: ["Ada", "Callum"] });
  expect(callum.secret).toHaveLength(43);

  await say(child, "given");
  await say(practitioner, "given");
  await say(inShot, "refused");
  expect((await inviteHelen()).status).toBe(200); // Sam is in no clip yet

  const words = { title: "Water", initiative: "poured once more", description: "" };
  const body = { ...words, peopleInShot: [child, inShot] };
  await house.guider.want("addClip", { params: { cycleId: house.cycleId }, body });
  expect((await inviteHelen()).json).toMatchObject({ details: ["Sam"] });
});

it("[JN45] [S1] somebody who takes it back during the review takes the supervisor's seat away within a second, and everybody sees it", async () => {
  const { reviewId } = house.review;
  const nadia = await enterTab(house.guider, reviewId);
  const { guest: helen } = await admitGuest(server, house, "supervisor");
  const helens = await enterTab(helen, reviewId);
  const room = await helen.want("readRoom", { params: { reviewId } });
  const address = `/m/${room.clips[0]?.mediaId ?? ""}`;
  expect((await helen.send("GET", address)).status).toBe(200);
  await nadia.until("members:changed", (members) => members.length === 2);
  const { secret } = await house.link(house.people.parent);

  const beganMs = performance.now();
  await house.takeBack(secret, house.people.child, "supervisorSeesClips");
  const { reason } = await helens.until("room:closed");
  const tookMs = performance.now() - beganMs;

  expect(reason).toBe("permission-withdrawn");
  expect(tookMs).toBeLessThan(1_000);
  expect((await helen.ask("readRoom", { params: { reviewId } })).status).toBe(403);
  expect((await helen.send("GET", address)).status).toBe(403);
  await nadia.until("members:changed", (members) =>
    members.some(({ role, link }) => role === "supervisor" && link === "away"),
  );
  const again = openTab(helen, reviewId);
  expect(await again.until("room:closed")).toEqual({ reason: "link-ended" });

  // Agreeing anew gives no seat back by itself: she asks to come in like anybody.
  await say(house.people.child, "given");
  expect((await helen.ask("readRoom", { params: { reviewId } })).status).toBe(403);
  const { socket, state } = await knock(helen);
  expect(state.state).toBe("waiting");
  await socket.emitWithAck("knock:cancel", {});
  socket.disconnect();
});

it("[JN45] [S1] who waits at the door as a supervisor no longer does, and is told that the door stays closed for now", async () => {
  await admitGuest(server, house);
  const { inviteId, secret } = await invite(house, "supervisor");
  const helen = await openLink(server, secret);
  const { socket } = await knock(helen);
  expect(await waitingAt(house.guider)).toHaveLength(1);

  const told = heard<KnockState>(socket, "knock:changed", ({ state }) => state === "closed");
  await say(house.people.practitioner, "refused");

  expect(await told).toEqual({ state: "closed", reason: "supervisor-not-agreed" });
  expect(await waitingAt(house.guider)).toEqual([]);
  await letIn(house.guider, inviteId);
  expect((await knock(helen)).state).toEqual(await told);
  const params = { reviewId: house.review.reviewId };
  expect((await helen.ask("readRoom", { params })).status).toBe(403);
});

it("[JN45] [S1] a seat is none while somebody has not agreed, whoever recorded it and whether or not anybody heard", async () => {
  const params = { reviewId: house.review.reviewId };
  const { guest: helen } = await admitGuest(server, house, "supervisor");
  expect((await helen.ask("readRoom", { params })).status).toBe(200);
  const child = personIdSchema.parse(house.people.child);

  const { journeys } = server.context.stores;
  await journeys.recordPermission(child, "supervisorSeesClips", "withdrawn", 1);

  expect((await helen.ask("readRoom", { params })).status).toBe(403);
  const tab = openTab(helen, params.reviewId);
  expect(await tab.until("room:closed")).toEqual({ reason: "link-ended" });
});
