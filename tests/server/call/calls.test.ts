import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AccessChange } from "#server/access-changes.ts";
import { inviteIdSchema, participantIdSchema } from "#shared/domain/ids.ts";
import { openMatrixHouse } from "#tests/helpers/matrix-house.ts";
import type { MatrixHouse } from "#tests/helpers/matrix-house.ts";
import { heard } from "#tests/helpers/review-house.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { membersOf, openCallPage } from "#tests/server/call/call-house.ts";
import type { CallPage } from "#tests/server/call/call-house.ts";

const lost = { ok: false, reason: "call-lost" };
const offer = { kind: "description", type: "offer", offerNumber: 1, sdp: "v=0" } as const;
const withPeople = (count: number) => (call: Parameters<typeof membersOf>[0]) =>
  membersOf(call).length === count;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

let house: MatrixHouse;
beforeEach(async () => {
  house = await openMatrixHouse(server, "live");
});
afterEach(() => house.close());

const open = (kind: "guider" | "practitioner" | "supervisor", tabId?: string) =>
  openCallPage(house.browser(kind), house.reviewId, tabId);

async function openTwo(): Promise<{ nadia: CallPage; callum: CallPage }> {
  const [nadia, callum] = [await open("guider"), await open("practitioner")];
  await nadia.join();
  await callum.join();
  return { nadia, callum };
}

const sentTo = ({ participantId, tabId }: CallPage) => ({ to: participantId, toTabId: tabId });

describe("the call of a room", () => {
  it("[CL2] begins with who joins first, and everybody in the room is told who is in it and what they send", async () => {
    const [nadia, callum] = [await open("guider"), await open("practitioner")];
    await nadia.join();
    const told = nadia.news(withPeople(2));

    const { call, iceServers, routerCapabilities } = await callum.join();

    expect(call).toEqual(await told);
    expect(call).toMatchObject({ path: "direct" });
    expect(call.members[1]).toEqual({
      participantId: callum.participantId,
      tabId: callum.tabId,
      microphone: "on",
      camera: "off",
      publicKey: null,
      produced: [],
    });
    expect({ iceServers, routerCapabilities }).toEqual({
      iceServers: [],
      routerCapabilities: null,
    });
  });

  it("[CL2] whoever comes into the room later hears of the call before joining it", async () => {
    const { nadia } = await openTwo();
    const socket = house.browser("supervisor").socket("/room", {
      reviewId: house.reviewId,
      tabId: randomUUID(),
      takeSeat: true,
    });
    const told = heard<Parameters<typeof membersOf>[0]>(socket, "call:changed");
    socket.connect();

    expect(membersOf(await told)).toContain(nadia.participantId);
    socket.disconnect();
  });

  it("[CL2] a device that is switched off or refused is told", async () => {
    const { nadia, callum } = await openTwo();
    const told = nadia.news();

    await callum.want("call:set", { microphone: "off", camera: "none" });

    expect((await told).members[1]).toMatchObject({ microphone: "off", camera: "none" });
  });

  it("[CL3] a signal reaches exactly the page it is for, with its sender's name put on by the server", async () => {
    const { nadia, callum } = await openTwo();
    const helen = await open("supervisor");
    await helen.join();
    const overheard: unknown[] = [];
    helen.socket.on("call:signalled", (message) => overheard.push(message));
    const arrived = heard(callum.socket, "call:signalled");

    await nadia.want("call:signal", { ...sentTo(callum), signal: offer });

    expect(await arrived).toEqual({
      from: nadia.participantId,
      fromTabId: nadia.tabId,
      signal: offer,
    });
    await helen.want("call:set", { microphone: "on", camera: "on" }); // what was sent before has come
    expect(overheard).toEqual([]);
  });

  it("[CL3] nobody signals a page that is not in the call, from outside it, to themselves or into another room", async () => {
    const { nadia, callum } = await openTwo();
    const helen = await open("supervisor");
    const foreign = await openMatrixHouse(server, "live");
    const stranger = await openCallPage(foreign.browser("guider"), foreign.reviewId);
    await stranger.join();
    const signal = offer;

    const answers = [
      await nadia.ask("call:signal", { ...sentTo(helen), signal }),
      await helen.ask("call:signal", { ...sentTo(nadia), signal }),
      await nadia.ask("call:signal", { ...sentTo(nadia), signal }),
      await nadia.ask("call:signal", { ...sentTo(callum), toTabId: randomUUID(), signal }),
      await stranger.ask("call:signal", { ...sentTo(nadia), signal }),
    ];

    expect(answers).toEqual(answers.map(() => lost));
    foreign.close();
  });

  it("[CL11] there is no router to ask for anything", async () => {
    const { nadia } = await openTwo();
    const { call } = await nadia.join();

    const wanted = { callEpoch: call.callEpoch, direction: "send" } as const;

    expect(await nadia.ask("transport:open", wanted)).toEqual(lost);
  });
});

describe("a part in the call", () => {
  it("[CL2] moves with the seat: the older page is told, and asks for nothing any more", async () => {
    const { nadia, callum } = await openTwo();
    const ended = heard(callum.socket, "call:ended");
    const gone = nadia.news(withPeople(1));

    const newer = await open("practitioner");
    await newer.join();

    expect(await ended).toEqual({ reason: "moved" });
    expect(membersOf(await gone)).toEqual([nadia.participantId]);
    const leave = await callum.ask("call:leave", {});
    expect(leave).toEqual({ ok: false, reason: "not-seated" });
    await nadia.want("call:signal", { ...sentTo(newer), signal: offer });
  });

  it("[CL2] is found again by the same page on a new line, with everything it holds", async () => {
    const { nadia, callum } = await openTwo();
    callum.socket.io.engine.close(); // a broken line, not a good-bye
    const back = await open("practitioner", callum.tabId);

    const arrived = heard(back.socket, "call:signalled");
    await nadia.want("call:signal", { ...sentTo(callum), signal: offer });

    expect(await arrived).toMatchObject({ from: nadia.participantId });
    expect(membersOf((await back.join()).call)).toHaveLength(2);
  });

  it("[CL4] ends at once when somebody leaves the call or the room", async () => {
    const { nadia, callum } = await openTwo();
    const left = nadia.news(withPeople(1));
    await callum.want("call:leave", {});
    await left;
    await callum.join();
    const gone = nadia.news(withPeople(1));

    callum.socket.disconnect();

    expect(membersOf(await gone)).toEqual([nadia.participantId]);
    expect(await nadia.ask("call:signal", { ...sentTo(callum), signal: offer })).toEqual(lost);
  });

  const endings: [what: string, change: (house: MatrixHouse, who: string) => AccessChange][] = [
    [
      "asked out",
      ({ reviewId }, who) => {
        const participantId = participantIdSchema.parse(who);
        return { kind: "asked-out", participantId, reviewId };
      },
    ],
    [
      "whose link is revoked",
      ({ reviewId }, who) => ({
        kind: "invite-revoked",
        inviteId: inviteIdSchema.parse(who),
        reviewId,
      }),
    ],
  ];
  it.each(endings)("[CL4] of somebody %s ends within a second", async (_what, changeOf) => {
    const { nadia, callum } = await openTwo();
    const gone = nadia.news(withPeople(1));

    const atMs = performance.now();
    server.context.access.announce(changeOf(house, callum.participantId));
    await gone;

    expect(performance.now() - atMs).toBeLessThan(1_000);
  });

  it("[CL4] ends also while its line is lost", async () => {
    const { nadia, callum } = await openTwo();
    callum.socket.io.engine.close();
    const gone = nadia.news(withPeople(1));
    const participantId = participantIdSchema.parse(callum.participantId);
    const { reviewId } = house;

    server.context.access.announce({ kind: "asked-out", participantId, reviewId });

    await gone;
    expect(membersOf((await nadia.join()).call)).toEqual([nadia.participantId]);
  });

  it("[CL4] of everybody ends with the review", async () => {
    const { nadia, callum } = await openTwo();
    const closed = Promise.all([nadia, callum].map(({ socket }) => heard(socket, "room:closed")));

    server.context.access.announce({ kind: "review-ended", reviewId: house.reviewId });

    expect(await closed).toEqual(Array(2).fill({ reason: "review-ended" }));
  });
});

it.each(["off", "sfu"])(
  "[CL11] with CALL_MODE=%s and no worker a page is told that there is no call, and cannot join one",
  async (mode) => {
    const silent = await startTestServer({ environment: { CALL_MODE: mode } });
    const quiet = await openMatrixHouse(silent, "live");
    const auth = { reviewId: quiet.reviewId, tabId: randomUUID(), takeSeat: true };
    const socket = quiet.browser("guider").socket("/room", auth);
    const told = heard(socket, "call:ended");
    socket.connect();

    expect(await told).toEqual({ reason: "off" });
    const devices = { microphone: "on", camera: "on", publicKey: null };
    const answer: unknown = await socket.emitWithAck("call:join", devices);
    expect(answer).toEqual({ ok: false, reason: "call-off" });

    quiet.close();
    await silent.close();
  },
);
