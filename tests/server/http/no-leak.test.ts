import { afterEach, beforeEach, expect, it } from "vitest";
import { httpApi } from "#shared/protocol/http-api.ts";
import type { RoomClip } from "#shared/protocol/http-api.ts";
import {
  admitGuest,
  furnishReview,
  invite,
  knock,
  openFirstGuider,
  openLink,
} from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { roomMessages, lobbyMessages } from "#tests/helpers/room-asks.ts";
import { fillPath, openTestBrowser } from "#tests/helpers/test-browser.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

/** Words that stand in the journey and nowhere else. */
const canaries = {
  childName: "Zebulon",
  title: "Canary blocks",
  question: "How do we hear canaries",
  supervisor: "Helen-Canary",
} as const;

let server: TestServer;
let house: ReviewHouse;
beforeEach(async () => {
  server = await startTestServer();
  const guider = await openFirstGuider(server);
  house = await furnishReview(server, guider, canaries);
  await guider.want("setHelpingQuestion", {
    params: { journeyId: house.journey.journeyId },
    body: { helpingQuestion: canaries.question },
  });
});
afterEach(() => server.close());

function idsOf({ journey, cycleId, clipId, review }: ReviewHouse, inviteId: string) {
  return {
    journeyId: journey.journeyId,
    cycleId,
    clipId,
    reviewId: review.reviewId,
    inviteId,
    personId: journey.people[0]?.personId ?? "",
    observationId: crypto.randomUUID(),
  };
}

/** Everything a browser is told when it asks everything there is to ask. */
async function everythingTold(browser: TestBrowser, ids: Record<string, string>, mediaId: string) {
  const told: string[] = [];
  for (const { method, path } of Object.values(httpApi)) {
    const reply = await browser.send(method, fillPath(path, ids));
    told.push(reply.text, JSON.stringify([...reply.headers]));
  }
  const range = await browser.send("GET", `/m/${mediaId}`, { headers: { range: "bytes=0-99" } });
  told.push(range.text);
  for (const namespace of ["/lobby", "/room", "/desk"]) {
    const auth = { reviewId: ids["reviewId"], tabId: crypto.randomUUID(), takeSeat: true };
    const socket = browser.socket(namespace, auth);
    socket.onAny((...event) => told.push(JSON.stringify(event)));
    const isOver = new Promise<void>((resolve) => {
      socket.once("connect_error", ({ message }: Error) => {
        told.push(message);
        resolve();
      });
      socket.once("disconnect", () => resolve());
      socket.once("connect", () => setImmediate(resolve));
    });
    socket.connect();
    await isOver;
    for (const [event, message] of Object.entries({ ...roomMessages, ...lobbyMessages })) {
      if (socket.connected) told.push(JSON.stringify(await socket.emitWithAck(event, message())));
    }
    socket.disconnect();
  }
  return { told: told.join("\n"), rangeStatus: range.status, rangeText: range.text };
}

it("[DR14] [A14] [F4.2] who has not been let in is told no byte of clip, name, note or roster, whatever is asked", async () => {
  const { guest: seated } = await admitGuest(server, house);
  await invite(house, "supervisor", canaries.supervisor);
  const room = await seated.want("readRoom", { params: { reviewId: house.review.reviewId } });
  const clip = room.clips[0] as RoomClip; // the house has one
  const second = await invite(house);
  const atDoor = await openLink(server, second.secret);
  await knock(atDoor);
  const withLink = await openLink(server, second.secret);

  for (const browser of [openTestBrowser(server), withLink, atDoor]) {
    const { told, rangeStatus, rangeText } = await everythingTold(
      browser,
      idsOf(house, second.inviteId),
      clip.mediaId,
    );

    for (const canary of Object.values(canaries)) expect(told).not.toContain(canary);
    expect(told).not.toContain(clip.mediaId);
    expect(told).not.toContain(clip.media.clipRev);
    expect(rangeStatus).toBe(404);
    expect(rangeText).not.toContain("ftyp");
  }
});

it("[DR14] a copied clip address gives nothing in another browser, signed in or not", async () => {
  const { guest } = await admitGuest(server, house);
  const room = await guest.want("readRoom", { params: { reviewId: house.review.reviewId } });
  const path = `/m/${room.clips[0]?.mediaId}`;

  const own = await guest.send("GET", path, { headers: { range: "bytes=0-99" } });
  const copied = await openTestBrowser(server).send("GET", path);
  const guiders = await house.guider.send("GET", path);

  expect(own.status).toBe(206);
  expect([copied.status, guiders.status]).toEqual([404, 404]);
});

it("[DR23] [F1.3] a clip is refused without everybody's permission, naming who is missing, and leaves the room when one is withdrawn", async () => {
  const { guest } = await admitGuest(server, house);
  const room = { params: { reviewId: house.review.reviewId } };
  const [person] = house.journey.people;
  expect((await guest.want("readRoom", room)).clips).toHaveLength(1);

  const personId = person?.personId ?? "";
  await house.guider.want("recordPermission", {
    params: { personId },
    body: { purpose: "sharedReview", status: "withdrawn" },
  });
  const added = await house.guider.ask("addClip", {
    params: { cycleId: house.cycleId },
    body: { title: "More", initiative: "looked", description: "", peopleInShot: [personId] },
  });

  expect((await guest.want("readRoom", room)).clips).toEqual([]);
  expect(added.status).toBe(403);
  expect(added.json).toEqual({ reason: "permissions-missing", details: [person?.name] });
});

it("[DR23] a supervisor gets a clip only with the permission for that", async () => {
  const { guest: supervisor } = await admitGuest(server, house, "supervisor");
  const room = { params: { reviewId: house.review.reviewId } };
  expect((await supervisor.want("readRoom", room)).clips).toHaveLength(1);

  await house.guider.want("recordPermission", {
    params: { personId: house.journey.people[0]?.personId ?? "" },
    body: { purpose: "supervisorSeesClips", status: "refused" },
  });

  expect((await supervisor.ask("readRoom", room)).status).toBe(403);
  expect((await supervisor.want("readWayIn", {})).clipCount).toBe(0);
});

it("[DR18] tokens, secrets, passwords, names and addresses never reach the log", async () => {
  const { guest, secret } = await admitGuest(server, house);
  await guest.ask("readRoom", { params: { reviewId: house.review.reviewId } });
  await openTestBrowser(server).ask("signIn", {
    body: { name: canaries.supervisor, password: "canary password" },
  });
  await guest.send("POST", `/api/way-in?${secret}`, {
    body: `{"secret":"${secret}`,
    headers: { "content-type": "application/json" },
  });
  server.context.log.error(
    { secret, body: { password: "canary password" }, name: canaries.childName },
    "by mistake",
  );

  const log = server.logged();

  const tokens = [guest.cookie(), house.guider.cookie()].map(
    (cookie) => cookie.split("=")[1] ?? "",
  );
  const forbidden = [
    ...tokens,
    secret,
    server.setUpPath?.split("#")[1] ?? "",
    "canary password",
    "a long pass phrase",
    "Callum",
    ...Object.values(canaries),
  ];
  expect(log).toContain("wrong-name-or-password");
  for (const word of forbidden) {
    expect(word.length).toBeGreaterThan(4);
    expect(log).not.toContain(word);
  }
});
