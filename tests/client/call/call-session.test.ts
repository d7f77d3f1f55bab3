import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createCall } from "#client/features/call/call-session.ts";
import { plainChoice } from "#client/lib/joining-choice.ts";
import { nadiaId } from "./call-snapshots.ts";
import {
  callMember,
  callOf,
  joinedTo,
  ownTabId,
  received,
  standInRoom,
  standInWays,
  StandInStream,
  trackNamed,
} from "./stand-in-call.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("MediaStream", StandInStream);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const callum = callMember();
const microphone = trackNamed("own microphone");
const camera = trackNamed("own camera", "video");

/** Nadia's page, whose devices give both at once. */
async function open(given: { mayUseLine?: () => boolean; isRouterHere?: boolean } = {}) {
  const present = { call: callOf([callum]) };
  const room = standInRoom({
    "call:join": () => joinedTo(present.call, given.isRouterHere === false ? null : { a: "b" }),
  });
  const ways = standInWays();
  const devices = { opened: 0, isClosed: false, silenced: false };
  const call = createCall({
    connection: room.connection,
    me: nadiaId,
    tabId: ownTabId,
    choice: plainChoice,
    ...(given.mayUseLine && { mayUseLine: given.mayUseLine }),
    openDirect: ways.openDirect,
    openRouter: ways.openRouter,
    cipher: {
      isSupported: false,
      publicKey: () => Promise.reject(new Error("none")),
      sealSender: () => {},
      openReceiver: () => {},
      meet: () => Promise.reject(new Error("none")),
      learn: async () => {},
      forget: () => {},
      setSealing: () => {},
      safetyCode: async () => [],
      close: () => {},
    },
    levels: {
      watch: () => {},
      unwatch: () => {},
      isSpeaking: () => false,
      onChange: () => () => {},
      close: () => {},
    },
    openDevices: () => {
      devices.opened += 1;
      return {
        now: () => ({
          microphone,
          camera,
          listening: null,
          states: { microphone: "on", camera: "on" },
          troubles: { microphone: null, camera: null },
        }),
        onChange: () => () => {},
        setMicrophone: () => {},
        setCamera: () => {},
        hold: () => {},
        list: () => ({ available: [], chosen: { microphone: null, camera: null, speaker: null } }),
        choose: () => {},
        silence: (isOn) => {
          devices.silenced = isOn;
        },
        close: () => {
          devices.isClosed = true;
        },
      };
    },
    page: new EventTarget(),
    nowMs: () => performance.now(),
  });
  room.seat();
  await vi.advanceTimersByTimeAsync(0);
  function change(next: typeof present.call) {
    present.call = next;
    room.tell("call:changed", next);
  }
  const hear = (path: "direct" | "router") => {
    const tracks = [trackNamed(`${path} voice`), trackNamed(`${path} face`, "video")];
    for (const track of tracks) {
      const kind = track.kind === "audio" ? "audio" : "video";
      ways.parts[path]?.onTrack(callum, kind, track);
    }
  };
  const heard = () =>
    call
      .now()
      .people[0]?.stream.getTracks()
      .map(({ id }) => id);
  return { call, room, ways, devices, change, hear, heard, present };
}

it("[CL17] the router is prepared beside the direct line, and nothing is used of it", async () => {
  const { ways, call } = await open();

  expect(ways.opened).toEqual({ direct: 1, router: 1 });
  expect(ways.sent).toMatchObject({ "router used": false, "direct audio": microphone });
  expect(call.now()).toMatchObject({ state: "on", path: "direct" });
});

it("[CL17] moved to the router, voice and face come from there once they do, and the direct line closes after that", async () => {
  const { ways, change, hear, heard } = await open();
  hear("direct");
  change(callOf([callum], { path: "router" }));
  hear("router");
  await vi.advanceTimersByTimeAsync(3_000);
  expect(heard()).toEqual(["direct voice", "direct face"]);

  ways.counted.router.set(callum.tabId, received(50, 0));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(heard()).toEqual(["direct face", "router voice"]);
  expect(ways.closed).toEqual([]);
  ways.counted.router.set(callum.tabId, received(60, 10));
  await vi.advanceTimersByTimeAsync(1_000);

  expect(heard()?.toSorted()).toEqual(["router face", "router voice"]);
  expect(ways.closed).toEqual(["direct"]);
});

it("[CL17] a third person is met on the router only, while the line to the second is kept", async () => {
  const { ways, change } = await open();
  const ines = callMember({
    participantId: "0c6a3f52-7a33-4c0e-8b57-1f0d9a0c1a03" as typeof callum.participantId, // an id
    tabId: "5e3f3f0e-54ad-4f0b-9b0e-5a4d1c2b3a03",
  });

  change(callOf([callum, ines], { path: "router" }));

  expect(ways.peopleOf.router).toEqual([callum, ines]);
  expect(ways.opened.direct).toBe(1);
});

it("[CL18] over a restart of the server the direct line goes on, while the other one is not back yet", async () => {
  const { ways, room, present, call, hear, heard } = await open();
  hear("direct");
  present.call = callOf([], { callEpoch: "5e3f3f0e-54ad-4f0b-9b0e-5a4d1c2b3aff" });

  room.seat();
  await vi.advanceTimersByTimeAsync(2_000);

  expect(ways.closed).toEqual(["router"]);
  expect(ways.opened).toEqual({ direct: 1, router: 2 });
  expect([call.now().state, heard()]).toEqual(["on", ["direct voice", "direct face"]]);
});

it("[CL18] who leaves the call is gone at once, with everything of theirs", async () => {
  const { ways, change, call, hear } = await open();
  hear("direct");

  change(callOf([]));

  expect(ways.peopleOf.direct).toEqual([]);
  expect(call.now().people).toEqual([]);
});

it("[CL19] voices go at once, faces only when the clip is there, and no face under the cover", async () => {
  let isClipHere = false;
  const { ways, call } = await open({ mayUseLine: () => isClipHere });
  expect(ways.sent).toMatchObject({ "direct audio": microphone, "direct video": null });

  isClipHere = true;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ways.sent["direct video"]).toBe(camera);
  call.silence(true);

  expect(ways.sent["direct video"]).toBe(null);
});

it("[CL19] under the cover nothing of the others is heard or seen, and afterwards it is as before", async () => {
  const { call, hear, devices } = await open();
  hear("direct");
  const tracks = call.now().people[0]?.stream.getTracks() ?? [];

  call.silence(true);
  expect([devices.silenced, tracks.map(({ enabled }) => enabled)]).toEqual([true, [false, false]]);
  call.silence(false);

  expect([devices.silenced, tracks.map(({ enabled }) => enabled)]).toEqual([false, [true, true]]);
});

it("[CL16] who leaves closes every line and device, and opens them again by joining", async () => {
  const { call, ways, devices } = await open();

  call.leave();
  expect(call.now()).toMatchObject({ state: "left", people: [] });
  expect([ways.closed, devices.isClosed]).toEqual([["direct", "router"], true]);
  call.join();
  await vi.advanceTimersByTimeAsync(0);

  expect([call.now().state, devices.opened]).toEqual(["on", 2]);
});

it("[CL16] a router that is lost is joined anew while the direct line goes on", async () => {
  const { ways, room } = await open();

  ways.parts.router?.onLost();
  await vi.advanceTimersByTimeAsync(1_000);

  expect(room.namesAsked().filter((name) => name === "call:join")).toHaveLength(2);
  expect([ways.opened, ways.closed]).toEqual([{ direct: 1, router: 2 }, ["router"]]);
});

it("[CL14] how the direct line is getting on is told once, and again in a new call", async () => {
  const { room, present, ways } = await open();
  const reports = () => room.namesAsked().filter((name) => name === "call:report").length;
  ways.parts.direct?.onChange();
  expect(reports()).toBe(1);

  present.call = callOf([callum], { callEpoch: "5e3f3f0e-54ad-4f0b-9b0e-5a4d1c2b3aff" });
  room.seat();
  await vi.advanceTimersByTimeAsync(0);

  expect(reports()).toBe(2);
});

it("[CL68] back on a new line to the server it tries the lines to others at once", async () => {
  const { room, ways } = await open();
  expect(ways.restarts()).toEqual([]);

  room.seat();
  await vi.advanceTimersByTimeAsync(0);

  expect(ways.restarts()).toEqual(["direct, where it is not there"]);
});

it("[CL15] a page that slept looks for new ways", async () => {
  const { call, ways } = await open();
  const now = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 60_000);

  await vi.advanceTimersByTimeAsync(1_000);

  expect(ways.restarts()).toEqual(["direct", "router"]);
  now.mockRestore();
  call.close();
});
