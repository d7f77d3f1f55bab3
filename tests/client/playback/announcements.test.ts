import { expect, it } from "vitest";
import { announcementsOf } from "#client/features/playback/announcements.ts";
import { buildMember, buildRoomClip, buildSnapshot } from "#tests/helpers/player-snapshots.ts";
import { buildTimeline, buildTimelineClip, callum, nadia } from "#tests/helpers/timelines.ts";
import type { Timeline } from "#shared/playback/timeline.ts";
import type { Gate } from "#shared/protocol/room-events.ts";

const clip = buildTimelineClip();
const roomClip = buildRoomClip(clip);
const members = [buildMember(nadia, "Nadia"), buildMember(callum, "Callum")];
const base = buildSnapshot({ timeline: buildTimeline(clip), clip: roomClip, clips: [roomClip] });

function said(changes: Partial<Timeline>, me = nadia): string[] {
  const timeline = buildTimeline(clip, { revision: 8, ...changes });
  return announcementsOf(base, { ...base, timeline }, members, me).map((one) => one.words);
}

it("[PB22] reads out who did what, and where", () => {
  const at31 = { kind: "paused", frame: 78 } as const;

  expect(said({ motion: at31, cause: { kind: "pause", by: callum } })).toEqual([
    "Callum paused at 0:03.",
  ]);
  expect(said({ cause: { kind: "clip", by: callum } })).toEqual([
    "Callum opened clip 1, The red cup.",
  ]);
  expect(said({ rate: 0.5, cause: { kind: "rate", by: callum } })).toEqual([
    "Callum changed the speed: Half.",
  ]);
});

it("[PB22] repeats neither one's own presses nor what the room does by itself", () => {
  expect(said({ cause: { kind: "pause", by: nadia } })).toEqual([]);
  expect(said({ cause: { kind: "ended", by: null } })).toEqual([]);
  expect(announcementsOf(base, base, members, nadia)).toEqual([]);
});

it("[PB22] says at once that the line is lost and that it is back", () => {
  const lost = buildSnapshot({ ...base, link: "lost" });

  expect(announcementsOf(base, lost, members, nadia)).toEqual([
    { words: "Connection lost. Your words are kept in this tab.", urgency: "assertive" },
  ]);
  expect(announcementsOf(lost, base, members, nadia)).toEqual([
    { words: "Back in step.", urgency: "assertive" },
  ]);
});

it("[PB51] reads out loops and slow repeats with their place", () => {
  const loop = { firstFrame: 0, lastFrame: 74, rateAfter: null };

  expect(said({ loop, cause: { kind: "loop", by: callum } })).toEqual([
    "Callum loops 0:00 to 0:03.",
  ]);
  expect(said({ loop, rate: 0.5, cause: { kind: "again", by: callum } })).toEqual([
    "Callum chose again, slower, from 0:00 to 0:03.",
  ]);
  expect(said({ cause: { kind: "loop", by: callum } })).toEqual(["Callum let go of the loop."]);
});

it("[PB48] [PB51] reads out who is awaited, that one may go on without them, and that it goes on", () => {
  const gate: Gate = { kind: "stall", awaited: [callum], by: null, mayGoOn: false };
  const waiting = { ...base, gate };
  const longer = { ...base, gate: { ...gate, mayGoOn: true } };
  const timeline = buildTimeline(clip, {
    motion: { kind: "playing", fromFrame: 3, startsAtServerMs: 0 },
    cause: { kind: "resumed", by: null },
    revision: 9,
  });
  const words = (before: typeof base, next: typeof base, me = nadia) =>
    announcementsOf(before, next, members, me).map((one) => one.words);

  expect(words(base, waiting)).toEqual(["Waiting for Callum's picture."]);
  expect(words(base, waiting, callum)).toEqual(["Waiting for your picture."]);
  expect(words(waiting, waiting)).toEqual([]);
  expect(words(waiting, longer)).toEqual(["You can go on without Callum now."]);
  expect(words(waiting, longer, callum)).toEqual([]);
  expect(words(longer, { ...base, timeline })).toEqual(["Going on together."]);
});

it("[PB50] says nothing of the others' film to somebody who looks on their own", () => {
  const timeline = buildTimeline(clip, { revision: 8, cause: { kind: "pause", by: callum } });

  expect(announcementsOf(base, { ...base, timeline, isOnOwn: true }, members, nadia)).toEqual([]);
});
