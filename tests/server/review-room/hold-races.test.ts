import { afterEach, beforeEach, expect, it } from "vitest";
import { randomUUID } from "node:crypto";
import type { Socket } from "socket.io-client";
import type { Timeline } from "#shared/playback/timeline.ts";
import type { TimelineCommand } from "#shared/playback/timeline.ts";
import { roomTells } from "#shared/protocol/room-events.ts";
import type { Welcome } from "#shared/protocol/room-events.ts";
import { admitGuest, furnishReview, heard, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

const races = 200;

let server: TestServer;
let browsers: TestBrowser[];

beforeEach(async () => {
  server = await startTestServer();
  browsers = [];
});
afterEach(async () => {
  for (const browser of browsers) browser.close();
  await server.close();
});

/** One tab in the room, and what it knows of the timeline. */
interface Tab {
  readonly socket: Socket;
  readonly timeline: () => Timeline;
  readonly until: (fits: (timeline: Timeline) => boolean) => Promise<void>;
}

async function enter(browser: TestBrowser, reviewId: string): Promise<Tab> {
  browsers.push(browser);
  const socket = browser.socket("/room", { reviewId, tabId: randomUUID(), takeSeat: true });
  const listeners = new Set<() => void>();
  const welcomed = heard<Welcome>(socket, "room:welcomed");
  socket.connect();
  let { timeline } = await welcomed;
  const ready = {
    picture: "ready",
    frame: null,
    roundTripMs: 0,
    startLatencyMs: 0,
    beatAtServerMs: null,
  };
  await socket.emitWithAck("member:report", ready);
  socket.on("playback:changed", (message: unknown) => {
    ({ timeline } = roomTells["playback:changed"].parse(message));
    for (const listener of listeners) listener();
  });
  const now = () => {
    if (timeline === null) throw new Error("There is no clip.");
    return timeline;
  };
  return {
    socket,
    timeline: now,
    until: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          if (!fits(now())) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
      }),
  };
}

const at = (tab: Tab) => {
  const { epoch, revision } = tab.timeline();
  return { commandId: randomUUID(), epoch, revision };
};

async function command(tab: Tab, what: TimelineCommand): Promise<void> {
  await tab.socket.emitWithAck("playback:command", { ...at(tab), command: what });
}

interface Held {
  readonly ok: boolean;
  readonly value: { readonly observationId: string; readonly created: boolean };
}

function hold(tab: Tab, frame: number): Promise<Held> {
  const { clipId } = tab.timeline();
  return tab.socket.emitWithAck("moment:hold", { ...at(tab), clipId, frame }) as Promise<Held>; // the protocol's answer
}

it(`[RM5] [N2] in ${races} races, two holds or a pause and a hold within one round trip make one observation`, async () => {
  const guider = await openFirstGuider(server);
  const house = await furnishReview(server, guider);
  const { guest } = await admitGuest(server, house);
  const { reviewId } = house.review;
  const nadia = await enter(guider, reviewId);
  const callum = await enter(guest, reviewId);
  const told: string[] = [];
  callum.socket.on("moment:held", (message: unknown) => {
    told.push(roomTells["moment:held"].parse(message).observationId);
  });
  const { clipId } = nadia.timeline();
  const ids: string[] = [];

  for (let race = 0; race < races; race += 1) {
    await command(nadia, { kind: "seek", clipId, frame: 10 + (race % 50) });
    const isPlaying = race % 2 === 0;
    if (isPlaying) await command(nadia, { kind: "play" });
    const fits = ({ motion }: Timeline) => (motion.kind === "playing") === isPlaying;
    await Promise.all([nadia.until(fits), callum.until(fits)]);
    const { revision } = nadia.timeline();
    await callum.until((timeline) => timeline.revision === revision);

    const pausesOnly = race % 4 === 0;
    const byCallum = pausesOnly
      ? command(callum, { kind: "pause", clipId, frame: 30 }).then(() => null)
      : hold(callum, 31);
    const answers = await Promise.all([hold(nadia, 30), byCallum]);
    const held = answers.filter((answer) => answer !== null);

    expect(held.every(({ ok }) => ok)).toBe(true);
    expect(new Set(held.map(({ value }) => value.observationId)).size).toBe(1);
    expect(held.filter(({ value }) => value.created)).toHaveLength(1);
    ids.push(held[0]?.value.observationId ?? "");
  }

  expect(new Set(ids).size).toBe(races);
  await expect.poll(() => told).toEqual(ids);
}, 120_000);
