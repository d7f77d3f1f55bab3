import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Knock, KnockState } from "#shared/protocol/door-events.ts";
import {
  admitGuest,
  furnishReview,
  heard,
  invite,
  knock,
  letIn,
  openFirstGuider,
  openLink,
  waitingAt,
} from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { enterRoom } from "#tests/helpers/room-asks.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import { noLimits, startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

const shortKnocks = { perMinute: 100, keptAfterLeavingMs: 50 };
let server: TestServer;
let house: ReviewHouse;

beforeEach(async () => {
  server = await startTestServer({ limits: { ...noLimits, knocks: shortKnocks } });
  house = await furnishReview(server, await openFirstGuider(server));
});
afterEach(() => server.close());

const room = () => ({ params: { reviewId: house.review.reviewId } });

describe("the way in", () => {
  it("[DR1] opening a link consumes nothing: a mail scanner that opens it first changes nothing", async () => {
    const { inviteId, secret } = await invite(house);
    for (let n = 0; n < 5; n += 1) await openLink(server, secret);

    const guest = await openLink(server, secret);
    await knock(guest);
    await letIn(house.guider, inviteId);

    expect((await guest.ask("readRoom", room())).status).toBe(200);
  });

  it("[DR2] the device that was let in comes back without a knock, and keeps its seat when it opens the link again", async () => {
    const { guest, secret } = await admitGuest(server, house);
    const cookie = guest.cookie();

    const again = await guest.want("openWayIn", { body: { secret } });

    expect(again.seat).toBe("admitted");
    expect(guest.cookie()).toBe(cookie);
    expect((await guest.ask("readRoom", room())).status).toBe(200);
  });

  it("[DR3] a second device with the same link is shown as another one and takes the seat only when let in", async () => {
    const { guest, inviteId, secret } = await admitGuest(server, house);
    const second = await openLink(server, secret);
    await knock(second);

    const [waiting] = await waitingAt(house.guider);
    expect(waiting?.device).toBe("other");
    expect((await second.ask("readRoom", room())).status).toBe(403);
    const seated = await enterRoom(guest, house.review.reviewId);
    if (seated.kind === "out") throw new Error(seated.reason);
    const moved = heard(seated.socket, "room:closed");
    await letIn(house.guider, inviteId);

    expect(await moved).toEqual({ reason: "seat-moved" });
    expect((await second.ask("readRoom", room())).status).toBe(200);
    expect((await guest.ask("readRoom", room())).status).toBe(403);
  });

  it("[DR4] [A14] a knock is heard on the guider's open page within 1 s, with the same two words on both screens", async () => {
    const { secret } = await invite(house);
    const guest = await openLink(server, secret);
    const desk = house.guider.socket("/desk");
    const empty = heard<Knock[]>(desk, "knocks:changed", (knocks) => knocks.length === 0);
    desk.connect();
    await empty;

    const atMs = performance.now();
    const told = heard<Knock[]>(desk, "knocks:changed", (knocks) => knocks.length === 1);
    const { state } = await knock(guest);
    const [shown] = await told;

    expect(performance.now() - atMs).toBeLessThan(1_000);
    expect(shown).toMatchObject({ name: "Callum", device: "new", company: "just-me" });
    expect(state).toMatchObject({ state: "waiting", guiderIsHere: true, code: shown?.code });
  });

  it("[DR5] not now is told at once, and the guest may ask again", async () => {
    const { inviteId, secret } = await invite(house);
    const guest = await openLink(server, secret);
    const { socket } = await knock(guest);
    const [waiting] = await waitingAt(house.guider);

    const told = heard<KnockState>(socket, "knock:changed", ({ state }) => state === "not-now");
    await house.guider.want("answerKnock", {
      params: { inviteId },
      body: { knockId: waiting?.knockId ?? "", answer: "not-now" },
    });
    await told;
    const again: unknown = await socket.emitWithAck("knock:ask", { company: "someone-with-me" });

    expect(again).toMatchObject({ ok: true, value: { state: "waiting" } });
    expect(await waitingAt(house.guider)).toHaveLength(1);
  });

  it("[DR6] [A14] whoever is asked out is out at once and may knock again as a known device", async () => {
    const { guest, inviteId } = await admitGuest(server, house);

    await house.guider.want("askOut", { params: { inviteId } });

    expect((await guest.ask("readRoom", room())).status).toBe(403);
    await knock(guest);
    expect((await waitingAt(house.guider))[0]?.device).toBe("known");
  });

  it("[DR7] a locked room answers a new knock that it is locked, and still knows the device that was let in", async () => {
    const { guest } = await admitGuest(server, house);
    const { secret } = await invite(house, "supervisor");
    await house.guider.want("lockReview", { ...room(), body: { locked: true } });

    const late = await openLink(server, secret);
    const { state } = await knock(late);

    expect(state).toEqual({ state: "closed", reason: "room-locked" });
    expect(await waitingAt(house.guider)).toEqual([]);
    expect((await guest.ask("readRoom", room())).status).toBe(200);
  });

  it("[DR8] [F4.1] a wrong, an expired and a revoked link get the same neutral answer", async () => {
    const revoked = await invite(house);
    await house.guider.want("revokeInvite", { params: { inviteId: revoked.inviteId } });
    const expired = await invite(house, "supervisor");
    server.advance(5 * 60 * 60_000);

    const replies = await Promise.all(
      ["A".repeat(43), revoked.secret, expired.secret].map((secret) =>
        openTestBrowser(server).ask("openWayIn", { body: { secret } }),
      ),
    );

    for (const reply of replies) {
      expect(reply.status).toBe(403);
      expect(reply.json).toEqual({ reason: "link-ended" });
      expect(reply.headers.getSetCookie()).toEqual([]);
    }
  });

  it("[DR9] revoking a link ends the seat within 1 s: sockets are closed and every route is refused", async () => {
    const { guest, inviteId } = await admitGuest(server, house);
    const socket = guest.socket("/room", {
      reviewId: house.review.reviewId,
      tabId: crypto.randomUUID(),
      takeSeat: true,
    });
    const welcomed = heard(socket, "room:welcomed");
    socket.connect();
    await welcomed;

    const atMs = performance.now();
    const closed = heard(socket, "room:closed");
    const gone = new Promise((resolve) => socket.once("disconnect", resolve));
    await house.guider.want("revokeInvite", { params: { inviteId } });

    expect(await closed).toEqual({ reason: "link-ended" });
    await gone;
    expect(performance.now() - atMs).toBeLessThan(1_000);
    expect((await guest.ask("readRoom", room())).status).toBe(403);
    expect(await guest.want("readWayIn", {})).toMatchObject({ when: "revoked", seat: "link" });
  });

  it("[DR10] an early link says when it opens and admits nobody before; a live review is open to its guests", async () => {
    const startsAtMs = Math.floor(server.context.clock.nowMs()) + 3 * 60 * 60_000;
    const later = await house.guider.want("planReview", {
      params: { cycleId: house.cycleId },
      body: { startsAtMs },
    });
    const { secret } = await invite({ guider: house.guider, review: later });
    const guest = await openLink(server, secret);

    const early = await guest.want("readWayIn", {});
    const { state } = await knock(guest);

    expect(early).toMatchObject({ when: "early", opensAtMs: startsAtMs - 30 * 60_000 });
    expect(state).toEqual({ state: "closed", reason: "link-early" });
    await house.guider.want("readRoom", { params: { reviewId: later.reviewId } });
    expect(await guest.want("readWayIn", {})).toMatchObject({ when: "open" });
  });

  it("[DR11] a finished review keeps nothing open but its ended page, and cannot be finished twice", async () => {
    const { guest } = await admitGuest(server, house);

    await house.guider.want("endReview", room());

    expect((await guest.ask("readRoom", room())).status).toBe(403);
    expect(await guest.want("readWayIn", {})).toMatchObject({ when: "ended", seat: "link" });
    expect((await house.guider.ask("endReview", room())).json).toEqual({ reason: "review-ended" });
  });

  it("[DR12] a signed-in guider who opens a link is told so instead of becoming a guest", async () => {
    const { secret } = await invite(house);

    const reply = await house.guider.ask("openWayIn", { body: { secret } });

    expect(reply.status).toBe(409);
    expect(reply.json).toEqual({ reason: "signed-in-as-guider" });
  });

  it("[DR13] a knock is taken back by the guest, or leaves the doorstep when its page has gone", async () => {
    const { secret } = await invite(house);
    const desk = house.guider.socket("/desk");
    const waiting = (count: number) =>
      heard<Knock[]>(desk, "knocks:changed", (knocks) => knocks.length === count);
    const first = waiting(0);
    desk.connect();
    await first;
    const guest = await openLink(server, secret);

    const one = waiting(1);
    const { socket } = await knock(guest);
    await one;
    const none = waiting(0);
    await socket.emitWithAck("knock:cancel", {});
    await none;

    const again = waiting(1);
    await socket.emitWithAck("knock:ask", { company: "just-me" });
    await again;
    const gone = waiting(0);
    socket.disconnect();

    expect(await gone).toEqual([]);
  });
});
