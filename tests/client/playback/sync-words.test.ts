import { expect, it } from "vitest";
import { syncWords } from "#client/features/playback/sync-words.ts";
import type { Gate } from "#shared/protocol/room-events.ts";
import { buildMember, buildSnapshot } from "#tests/helpers/player-snapshots.ts";
import { buildTimeline, buildTimelineClip, callum, nadia } from "#tests/helpers/timelines.ts";

const clip = buildTimelineClip();
const paused = buildTimeline(clip, {
  motion: { kind: "paused", frame: 12 },
  cause: { kind: "pause", by: callum },
});
const playing = buildTimeline(clip, {
  motion: { kind: "playing", fromFrame: 0, startsAtServerMs: 0 },
});
const members = [buildMember(nadia, "Nadia"), buildMember(callum, "Callum")];

function wordsFor(changes: Parameters<typeof buildSnapshot>[0], others = members) {
  return syncWords(buildSnapshot({ timeline: paused, ...changes }), others, nadia)?.words;
}

it("[PB20] says the same frame, with its number, only once all screens have shown it", () => {
  const together = syncWords(
    buildSnapshot({ timeline: paused, agreement: "together" }),
    members,
    nadia,
  );

  expect(together).toEqual({
    tone: "good",
    words: "Paused on the same frame",
    sameFrame: 12,
    broughtBy: "by Callum",
  });
  expect(wordsFor({ agreement: "waiting" })).toBe("Paused together - by Callum");
  expect(wordsFor({ agreement: null })).toBe("Paused together - by Callum");
  expect(wordsFor({ agreement: "differs" })).toBe("Frames differ - putting that right");
});

it("[PB20] says in step only within one frame", () => {
  expect(wordsFor({ timeline: playing, isInStep: true })).toBe("In step");
  expect(wordsFor({ timeline: playing, isInStep: false })).toBe("Catching up");
});

it("[PB15] names whose picture is being waited for", () => {
  const stalled = [
    buildMember(nadia, "Nadia"),
    buildMember(callum, "Callum", { picture: "stalled" }),
  ];
  const gone = [buildMember(callum, "Callum", { picture: "stalled", link: "lost" })];

  expect(wordsFor({ timeline: playing, isInStep: true }, stalled)).toBe(
    "Waiting for Callum's picture",
  );
  expect(wordsFor({ timeline: playing, picture: "loading" })).toBe("Waiting for your picture");
  expect(wordsFor({ timeline: playing, isInStep: true }, gone)).toBe("In step");
});

it("[PB16] says that one is on one's own before anything else", () => {
  expect(wordsFor({ link: "lost", agreement: "together" })).toBe("On your own for now");
});

it("[PB20] says who took both to a held moment, to everybody but that person", () => {
  const visited = { ...paused, cause: { kind: "visit", by: callum } } as const;
  const snapshot = buildSnapshot({ timeline: visited, agreement: "together" });

  expect(syncWords(snapshot, members, nadia)?.broughtBy).toBe("Callum took us to this moment");
  expect(syncWords(snapshot, members, callum)?.broughtBy).toBeNull();
});

it("[PB48] [A4] says who is awaited before anything about frames", () => {
  const gate: Gate = { kind: "start", awaited: [callum], by: nadia, mayGoOn: false };

  expect(wordsFor({ gate, agreement: "together" })).toBe("Waiting for Callum's picture");
});

it("[PB50] says that the other looks on their own, and claims no same frame then", () => {
  const apart = [buildMember(nadia, "Nadia"), buildMember(callum, "Callum", { isOnOwn: true })];

  expect(wordsFor({ agreement: "together" }, apart)).toBe("Callum is looking on their own for now");
  expect(wordsFor({ isOnOwn: true, agreement: "together" })).toBeUndefined();
});
