import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { rehearsalLimits } from "#server/rehearsal/rehearsals.ts";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import { permissionTable } from "#shared/domain/permissions.ts";
import { httpApi } from "#shared/protocol/http-api.ts";
import type { Room, RouteName } from "#shared/protocol/http-api.ts";
import type { RoomGoals } from "#shared/protocol/focus-events.ts";
import type { roomTells } from "#shared/protocol/room-events.ts";
import type { z } from "zod";
import { openRehearsalBrowser, walkIntoRehearsal } from "#tests/helpers/rehearsal-browser.ts";
import type { RehearsalBrowser } from "#tests/helpers/rehearsal-browser.ts";
import {
  admitGuest,
  furnishReview,
  heard,
  invite,
  knock,
  guiderPassword,
  openFirstGuider,
  openLink,
  waitingAt,
} from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

type Welcome = z.infer<(typeof roomTells)["room:welcomed"]>;

let server: TestServer;
let house: ReviewHouse;

let guider: TestBrowser;
beforeAll(async () => {
  server = await startTestServer();
  guider = await openFirstGuider(server);
});
beforeEach(async () => {
  house = await furnishReview(server, guider);
});
afterAll(() => server.close());

const params = () => ({ reviewId: house.review.reviewId });
const begin = () => house.guider.want("beginRehearsal", { params: params() });
const walkIn = () => walkIntoRehearsal(server, house);

async function enterRoom(inside: RehearsalBrowser) {
  const socket = inside.socket("/room", {
    reviewId: house.review.reviewId,
    tabId: randomUUID(),
    takeSeat: true,
  });
  const welcomed = heard<Welcome>(socket, "room:welcomed");
  socket.connect();
  return { socket, welcome: await welcomed };
}

/** All that a journey's page, its review's links and its signed board show. */
async function everythingOf({ guider, journey, review }: ReviewHouse): Promise<unknown> {
  const { stores, boardLog } = server.context;
  const reviewId = reviewIdSchema.parse(review.reviewId);
  return {
    journey: await guider.want("readJourney", { params: { journeyId: journey.journeyId } }),
    invites: await stores.invites.listOfReview(reviewId),
    room: await stores.rooms.load(reviewId),
    board: await boardLog.load(reviewId),
    signed: await stores.signedBoards.latest(reviewId),
  };
}

describe("the way a rehearsal goes", () => {
  it("[CP68] [N13] is the real one: link, knock, seat, room, timeline, board, and each clip's bytes", async () => {
    const { rehearsal, inside } = await walkIn();

    const room = (await inside.ask("readRoom", params())).json as Room;
    const { socket, welcome } = await enterRoom(inside);
    const board = inside.board(house.review.reviewId);
    const isOpen = new Promise((resolve, reject) => {
      board.once("message", resolve).once("close", reject).once("error", reject);
    });
    await isOpen;
    const clip = await inside.get(`/m/${room.clips[0]?.mediaId}`);

    expect(room.me).toMatchObject({ name: rehearsal.practitionerName, role: "practitioner" });
    expect(welcome.seated).toBe(true);
    expect(welcome.timeline?.clipId).toBe(house.clipId);
    expect(welcome.members.map(({ role }) => role)).toEqual(["practitioner"]);
    expect(clip.status).toBe(200);
    expect((clip.json as ArrayBuffer).byteLength).toBe(room.clips[0]?.media.bytes);
    board.terminate();
    socket.disconnect();
  });

  it("[CP68] is a practitioner's to the last route: what only others may do is not there", async () => {
    const { inside } = await walkIn();
    const ids = { ...params(), journeyId: house.journey.journeyId, clipId: house.clipId };
    const others = (Object.keys(httpApi) as RouteName[]).filter(
      (name) => !("practitioner" in permissionTable[httpApi[name].action]),
    );

    const replies = await Promise.all(others.map((name) => inside.ask(name, ids)));

    expect(others.length).toBeGreaterThan(15);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([404]));
  });
});

describe("a rehearsal's seat", () => {
  it("[CP69] is good in its guider's browser alone: not with its cookie or its link elsewhere", async () => {
    const { rehearsal, inside } = await walkIn();
    const [, rehearsalCookie = ""] = inside.cookies().split("; ");
    const { guest } = await admitElsewhere();
    const strangers = ["", rehearsalCookie, `${guest}; ${rehearsalCookie}`];

    const rooms = await Promise.all(
      strangers.map((cookie) =>
        openRehearsalBrowser(server, rehearsal, cookie).ask("readRoom", params()),
      ),
    );
    const withLink = openRehearsalBrowser(server, rehearsal, "");
    await withLink.ask("openWayIn", {}, { secret: rehearsal.secret });
    const unsigned = withLink.socket("/lobby");
    const refused = new Promise<Error>((resolve) => unsigned.once("connect_error", resolve));
    unsigned.connect();

    expect(rooms.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect((await withLink.ask("readRoom", params())).status).toBe(401);
    expect((await refused).message).toBe("not-signed-in");
  });

  it("[CP69] is no other's to ask for, and its cookie never takes the place of the guider's", async () => {
    const { guest } = await admitElsewhere();
    const stranger = openTestBrowser(server);
    stranger.setCookie(guest);
    const nobody = openTestBrowser(server);

    const { inside } = await walkIn();
    const outside = openTestBrowser(server);
    outside.setCookie(inside.cookies());

    expect((await stranger.ask("beginRehearsal", { params: params() })).status).toBe(404);
    expect((await nobody.ask("beginRehearsal", { params: params() })).status).toBe(401);
    expect(await outside.want("readSession", {})).toMatchObject({ kind: "guider" });
    expect((await inside.ask("readSession")).json).toMatchObject({ role: "practitioner" });
  });

  it("[CP70] ends in ten minutes, by itself, and sooner when its page has gone", async () => {
    const first = await walkIn();
    server.advance(rehearsalLimits.unusedMs + 1);
    const unused = await first.inside.ask("readRoom", params());
    const second = await walkIn();
    let inUse = 200;
    for (let usedMs = 0; usedMs < rehearsalLimits.longestMs - 60_000; usedMs += 60_000) {
      inUse = (await second.inside.ask("readRoom", params())).status;
      server.advance(60_000);
    }
    const before = await second.inside.ask("readRoom", params());
    server.advance(60_000);
    const after = await second.inside.ask("readRoom", params());

    expect(unused.status).toBe(404);
    expect([inUse, before.status]).toEqual([200, 200]);
    expect(after.status).toBe(404);
  });

  it("[CP70] ends when the guider signs out, ends it, or begins another: lines are closed and nothing answers", async () => {
    const ways = [
      () => begin(),
      () => house.guider.want("endRehearsal", { params: params() }),
      () => house.guider.want("endSession", { body: { sharedComputer: false } }),
    ];
    for (const endIt of ways) {
      const { inside } = await walkIn();
      const { socket } = await enterRoom(inside);
      const closed = heard<{ reason: string }>(socket, "room:closed");

      await endIt();

      expect((await closed).reason).toBe("link-ended");
      expect((await inside.ask("readRoom", params())).status).toBe(404);
    }
    await guider.want("signIn", { body: { name: "Nadia", password: guiderPassword } });
  });

  it("[CP71] [N13] a real knock ends it at once and is answered as ever; there is none while the practitioner is there", async () => {
    const { inside } = await walkIn();
    const { socket } = await enterRoom(inside);
    const closed = heard(socket, "room:closed");
    const { inviteId, secret } = await invite(house);
    const guest = await openLink(server, secret);

    const knocking = await knock(guest);
    await closed;
    const whileKnocking = await house.guider.ask("beginRehearsal", { params: params() });
    const [waiting] = await waitingAt(house.guider);
    await house.guider.want("answerKnock", {
      params: { inviteId },
      body: { knockId: waiting?.knockId ?? "", answer: "let-in" },
    });
    const whileIn = await house.guider.ask("beginRehearsal", { params: params() });

    expect(waiting?.inviteId).toBe(inviteId);
    expect((await guest.ask("readRoom", { params: params() })).status).toBe(200);
    expect(whileKnocking.json).toMatchObject({ reason: "practitioner-here" });
    expect(whileIn.json).toMatchObject({ reason: "practitioner-here" });
    knocking.socket.disconnect();
  });
});

describe("what a rehearsal leaves behind", () => {
  it("[CP72] is nothing: not one thing of the journey, its links, room, board or notes is other than before", async () => {
    await invite(house);
    const before = await everythingOf(house);
    const { inside } = await walkIn();
    const room = (await inside.ask("readRoom", params())).json as Room;
    const { socket, welcome } = await enterRoom(inside);
    const at = { epoch: welcome.timeline?.epoch ?? "", revision: welcome.timeline?.revision ?? 0 };

    const goal: unknown = await socket.emitWithAck("goal:add", {
      commandId: randomUUID(),
      text: "I wait a little longer",
    });
    const goals = heard<RoomGoals>(
      socket,
      "goals:changed",
      ({ goals: [only] }) => only?.ratings.length === 1,
    );
    const { value } = goal as { value: { goalId: string } }; // a refusal leaves it undefined and fails the test
    const place = { goalId: value.goalId, place: "now", value: 4 };

    const asked = [
      goal,
      await socket.emitWithAck("goal:place", place),
      await socket.emitWithAck("playback:command", {
        commandId: randomUUID(),
        ...at,
        command: { kind: "pause", clipId: house.clipId, frame: 3 },
      }),
      await socket.emitWithAck("aim:add", { commandId: randomUUID(), fromObservationId: null }),
      await socket.emitWithAck("clip:watched", { clipId: house.clipId }),
      await socket.emitWithAck("cover:put", {}),
    ];
    const note = await inside.ask("keepMyNote", params(), {
      observationId: null,
      words: "mine alone",
    });
    socket.disconnect();
    await house.guider.want("endRehearsal", { params: params() });

    for (const answer of asked) expect(answer).toMatchObject({ ok: true });
    expect(await goals).toMatchObject({ goals: [{ ratings: [{ cycleNumber: 1, value: 4 }] }] });
    expect(note.status).toBe(204);
    expect(room.clips).toHaveLength(1);
    expect(await everythingOf(house)).toEqual(before);
    expect(await waitingAt(house.guider)).toEqual([]);
    expect(server.logged()).not.toContain("a rehearsal writes nothing");
  });

  it("[CP72] leaving the room in it clears nothing of what the guider's browser keeps", async () => {
    const { inside } = await walkIn();

    const left = await inside.ask("endSession", {}, { sharedComputer: true });

    expect(left.status).toBe(204);
    expect(left.headers.get("clear-site-data")).toBeNull();
  });
});

/** A practitioner of another journey of the same guider's, with their cookie. */
async function admitElsewhere(): Promise<{ guest: string }> {
  const other = await furnishReview(server, house.guider, { childName: "Bo" });
  const { guest } = await admitGuest(server, other);
  return { guest: guest.cookie() };
}
