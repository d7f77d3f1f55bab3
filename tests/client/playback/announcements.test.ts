import { expect, it } from "vitest";
import { announcementsOf } from "#client/features/playback/announcements.ts";
import { buildMember, buildRoomClip, buildSnapshot } from "#tests/helpers/player-snapshots.ts";
import { buildTimeline, buildTimelineClip, callum, nadia } from "#tests/helpers/timelines.ts";
import type { Timeline } from "#shared/playback/timeline.ts";

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
    { words: "Connection lost. Your words are saved on this device.", urgency: "assertive" },
  ]);
  expect(announcementsOf(lost, base, members, nadia)).toEqual([
    { words: "Back in step.", urgency: "assertive" },
  ]);
});
