import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { afterDelay } from "#server/review-room/after.ts";
import { createReviewRoom } from "#server/review-room/review-room.ts";
import type { ReviewRoom } from "#server/review-room/review-room.ts";
import type { RoomParts } from "#server/review-room/room-parts.ts";
import type { RoomRecord } from "#server/review-room/room-record.ts";
import { observationIdSchema, participantIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import { ok } from "#shared/lib/result.ts";
import { roomMessages } from "#tests/helpers/room-asks.ts";
import { buildTimelineClip, steadyFrames } from "#tests/helpers/timelines.ts";

const guider = participantIdSchema.parse(randomUUID());
const practitioner = participantIdSchema.parse(randomUUID());
const frameMs = 40;

const buildClip = (frames = 250) => buildTimelineClip(steadyFrames(frames), frames * frameMs);

const clip = buildClip();
let told: { name: string; message: unknown }[];
let saved: RoomRecord[];
let held: string[];
let room: ReviewRoom;

function openRoom(changes: Partial<RoomParts> = {}): ReviewRoom {
  return createReviewRoom({
    reviewId: reviewIdSchema.parse(randomUUID()),
    clock: { serverNowMs: () => performance.now(), nowMs: () => Date.now() },
    after: afterDelay,
    boards: {
      holdMoment: (_review, moment) => {
        const created = !held.includes(moment.momentKey);
        if (created) held.push(moment.momentKey);
        const observationId = observationIdSchema.parse(
          `00000000-0000-4000-8000-${String(held.indexOf(moment.momentKey)).padStart(12, "0")}`,
        );
        return Promise.resolve(ok({ observationId, created }));
      },
      addAim: () => Promise.resolve(ok({ aimId: randomUUID() })),
    },
    newEpoch: () => randomUUID(),
    tell: (name, message) => void told.push({ name, message }),
    clips: [clip],
    locked: false,
    stored: null,
    heartbeatFrame: null,
    practitionerFirst: true,
    tellNotes: () => undefined,
    noteWait: () => undefined,
    notePause: () => undefined,
    save: (record) => void saved.push(record),
    saveHeartbeat: () => undefined,
    ...changes,
  });
}

const tabOf = (participantId: typeof guider) => ({
  tabId: randomUUID(),
  sessionId: randomUUID(),
  participantId,
});

/** What a page says of a picture that is there. */
const ready = { ...roomMessages["member:report"](), frame: 0, roundTripMs: 0, startLatencyMs: 0 };

function enterBoth() {
  const first = tabOf(guider);
  const second = tabOf(practitioner);
  room.enter(first, { participantId: guider, name: "Nadia", role: "guider" }, true);
  room.enter(second, { participantId: practitioner, name: "Callum", role: "practitioner" }, true);
  for (const who of [guider, practitioner]) room.report(who, ready);
  return { first, second };
}

const revision = () => room.playback.timeline?.revision ?? -1;
const epoch = () => room.playback.timeline?.epoch ?? "";
const lastTold = (name: string) => told.findLast((one) => one.name === name)?.message;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  saved = [];
  held = [];
  room = openRoom();
});
afterEach(() => {
  room.close();
  vi.useRealTimers();
});

describe("a review room", () => {
  it("[RM1] opens paused at the start of the first clip", () => {
    const timeline = openRoom().playback.timeline;

    expect(timeline).toMatchObject({ clipId: clip.clipId, motion: { kind: "paused", frame: 0 } });
  });

  it("[RM2] starts everybody at one instant that lies ahead, further for a slow line", () => {
    enterBoth();
    room.report(practitioner, {
      ...ready,
      roundTripMs: 400,
      startLatencyMs: 80,
      beatAtServerMs: null,
    });

    const outcome = room.command({ kind: "play" }, guider, revision());

    expect(outcome.ok).toBe(true);
    expect(room.playback.timeline?.motion).toMatchObject({
      kind: "playing",
      startsAtServerMs: performance.now() + 340,
    });
  });

  it("[RM3] stops on the last frame when a clip has played to its end", () => {
    enterBoth();
    room.command({ kind: "play" }, guider, revision());

    vi.advanceTimersByTime(clip.durationMs + 1_000);

    expect(room.playback.timeline).toMatchObject({
      motion: { kind: "paused", frame: 249 },
      cause: { kind: "ended", by: null },
    });
  });

  it("[RM4] says both are on the same frame only when both have shown it", () => {
    enterBoth();
    room.command({ kind: "seek", clipId: clip.clipId, frame: 70 }, practitioner, revision());
    const shown = { epoch: epoch(), revision: revision(), clipId: clip.clipId };

    room.shown(guider, { ...shown, frame: 70 });
    const afterOne = lastTold("playback:agreed");
    room.shown(practitioner, { ...shown, frame: 69 });
    const afterOther = lastTold("playback:agreed");
    room.shown(practitioner, { ...shown, frame: 70 });

    expect(afterOne).toMatchObject({ state: "waiting" });
    expect(afterOther).toMatchObject({ state: "differs", differing: [practitioner] });
    expect(lastTold("playback:agreed")).toMatchObject({ state: "together", frame: 70 });
  });

  it("[RM4] takes the agreement back when somebody is lost", () => {
    const { second } = enterBoth();
    const shown = { epoch: epoch(), revision: revision(), clipId: clip.clipId, frame: 0 };
    room.shown(guider, shown);
    room.shown(practitioner, shown);

    const before = lastTold("playback:agreed");
    room.leave(second, false);

    expect(before).toMatchObject({ state: "together" });
    expect(lastTold("playback:agreed")).toMatchObject({ state: "waiting" });
    expect(room.welcome(tabOf(guider)).agreement).toBeNull();
  });

  it("[RM5] makes one observation of two holds, and of a pause and a hold, within one round trip", async () => {
    enterBoth();
    room.command({ kind: "play" }, guider, revision());
    const before = revision();
    vi.advanceTimersByTime(2_000);

    const [one, other] = await Promise.all([
      room.holdMoment(guider, { clipId: clip.clipId, frame: 44, revision: before }),
      room.holdMoment(practitioner, { clipId: clip.clipId, frame: 46, revision: before }),
    ]);

    expect(one).toMatchObject({ ok: true, value: { created: true } });
    expect(other).toMatchObject({ ok: true, value: { created: false } });
    expect(room.playback.timeline?.motion).toEqual({ kind: "paused", frame: 44 });
  });

  it("[RM6] names a silent member as lost within six seconds, and as here when heard again", () => {
    enterBoth();

    for (let second = 0; second < 6; second += 1) {
      vi.advanceTimersByTime(1_000);
      room.heard(guider);
      room.tick();
    }
    const silent = lastTold("members:changed");
    room.heard(practitioner);

    expect(silent).toMatchObject([{ link: "here" }, { link: "lost" }]);
    expect(lastTold("members:changed")).toMatchObject([{ link: "here" }, { link: "here" }]);
  });

  it("[RM7] pauses and covers for both, and uncovers only when every coverer has", () => {
    enterBoth();
    room.command({ kind: "play" }, guider, revision());

    room.putCover(practitioner);
    room.putCover(guider);
    room.liftCover(guider);
    const stillCovered = lastTold("cover:changed");
    const refused = room.command({ kind: "play" }, guider, revision());
    room.liftCover(practitioner);

    expect(room.playback.timeline?.motion.kind).toBe("paused");
    expect(stillCovered).toMatchObject({ by: [practitioner] });
    expect(refused).toEqual({ ok: false, reason: "covered" });
    expect(lastTold("cover:changed")).toMatchObject({ by: [] });
  });

  it("[RM7] lets the others uncover once every coverer has been gone for a minute", () => {
    const { second } = enterBoth();
    room.putCover(practitioner);
    room.leave(second, false);

    room.liftCover(guider);
    const soon = lastTold("cover:changed");
    vi.advanceTimersByTime(60_000);
    room.tick();
    const later = lastTold("cover:changed");
    room.liftCover(guider);

    expect(soon).toMatchObject({ by: [practitioner], liftableByOthers: false });
    expect(later).toMatchObject({ by: [practitioner], liftableByOthers: true });
    expect(lastTold("cover:changed")).toMatchObject({ by: [] });
  });

  it("[RM7] keeps a cover over a restart of the server", () => {
    enterBoth();
    room.putCover(practitioner);
    const stored = saved.at(-1) ?? null;

    const again = openRoom({ stored });

    expect(again.welcome(tabOf(guider)).cover.by).toEqual([practitioner]);
    again.close();
  });

  it("[RM8] comes back from a restart paused, on the frame of the last heartbeat, under a new epoch", () => {
    enterBoth();
    room.command({ kind: "play" }, guider, revision());
    const stored = saved.at(-1) ?? null;

    const again = openRoom({ stored, heartbeatFrame: 123 });

    expect(again.playback.timeline).toMatchObject({
      motion: { kind: "paused", frame: 123 },
      cause: { kind: "restarted", by: null },
    });
    expect(again.playback.timeline?.epoch).not.toBe(epoch());
    again.close();
  });

  it("[RM9] gives one person one seat: the newest tab has it, and one roster entry", () => {
    const { second } = enterBoth();
    const newer = tabOf(practitioner);

    const displaced = room.enter(
      newer,
      { participantId: practitioner, name: "Callum", role: "practitioner" },
      true,
    );

    expect(displaced).toBe(second);
    expect(room.seats.isSeated(second)).toBe(false);
    expect(room.welcome(newer)).toMatchObject({ seated: true, members: [{}, {}] });
  });

  it("[RM10] leaves a clip that may no longer be played", () => {
    enterBoth();
    room.command({ kind: "play" }, guider, revision());
    const other = buildClip(10);

    room.setClips([other]);

    expect(room.playback.timeline).toMatchObject({
      clipId: other.clipId,
      motion: { kind: "paused", frame: 0 },
    });
  });

  it("[RM10] has no timeline while no clip may be played", () => {
    enterBoth();

    room.setClips([]);

    expect(room.playback.timeline).toBeNull();
    expect(room.command({ kind: "play" }, guider, 0)).toEqual({
      ok: false,
      reason: "unknown-clip",
    });
  });

  it("[RM11] pauses when nobody is left in the room", () => {
    const { first, second } = enterBoth();
    room.command({ kind: "play" }, guider, revision());

    room.leave(first, false);
    room.leave(second, true);

    expect(room.playback.timeline?.motion.kind).toBe("paused");
  });
});
