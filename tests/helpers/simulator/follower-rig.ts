import { lineOf } from "#client/features/playback/followed-line.ts";
import { createLineFollower } from "#client/features/playback/line-follower.ts";
import type { LineFollower, LineFollowerParts } from "#client/features/playback/line-follower.ts";
import { createServerClock } from "#client/lib/server-clock.ts";
import { frameMiddleMs } from "#shared/playback/frames.ts";
import type { Timeline, TimelineClip } from "#shared/playback/timeline.ts";
import { createFakePicture } from "#tests/helpers/fake-picture.ts";
import type { FakePicture } from "#tests/helpers/fake-picture.ts";
import { createLocalTime } from "#tests/helpers/simulator/local-time.ts";
import { createSimulatedLine } from "#tests/helpers/simulator/simulated-line.ts";
import type { PersonHabits } from "#tests/helpers/simulator/simulated-person.ts";
import { createVirtualTime } from "#tests/helpers/virtual-time.ts";
import type { VirtualTime } from "#tests/helpers/virtual-time.ts";

/** One real controller over one made-up picture, with a clock of its own to learn. */
export interface RiggedFollower {
  readonly picture: FakePicture;
  readonly follower: LineFollower;
  /** When each frame was on the screen, in virtual ms; the last time counts. */
  readonly shownAtMs: ReadonlyMap<number, number>;
}

/** Two of them and a clip: no room, no player, so that a thousand runs take seconds. */
export interface FollowerRig {
  readonly time: VirtualTime;
  readonly people: readonly RiggedFollower[];
  /** Everybody hears of a play that starts `leadMs` later. */
  play(fromFrame: number, leadMs: number): void;
  pauseOn(frame: number): void;
}

/** What a rig is made of. */
export interface RigParts {
  readonly clip: TimelineClip;
  readonly hasSound: boolean;
  readonly timeline: Timeline;
  readonly people: readonly PersonHabits[];
  readonly random: () => number;
  readonly controller: Pick<LineFollowerParts, "consider" | "gains">;
}

const serverAheadMs = 777_000;
const burst = { pings: 20, everyMs: 40 };

/** Everybody rests on the first frame; the clocks begin to learn. */
export function createFollowerRig(parts: RigParts): FollowerRig {
  const time = createVirtualTime();
  const rigged = parts.people.map((habits) => rigFollower(parts, time, habits));
  let revision = parts.timeline.revision;
  return {
    time,
    people: rigged,
    play: (fromFrame, leadMs) => {
      revision += 1;
      const startsAtServerMs = time.nowMs() + serverAheadMs + leadMs;
      const motion = { kind: "playing", fromFrame, startsAtServerMs } as const;
      for (const one of rigged) one.hear({ ...parts.timeline, revision, motion });
    },
    pauseOn: (frame) => {
      for (const one of rigged) one.pauseOn(frame);
    },
  };
}

function rigFollower(parts: RigParts, time: VirtualTime, habits: PersonHabits) {
  const { clip, random } = parts;
  const local = createLocalTime(time, habits);
  const line = createSimulatedLine(time, habits, random);
  const clock = createServerClock(
    () => local.nowMs(),
    () => local.wallNowMs(),
  );
  const beat = { screenBeatMs: habits.clockStartMs, ...habits };
  const picture = createFakePicture(local, clip, beat, random);
  const onBlocked = () => {};
  const follower = createLineFollower({
    picture,
    time: local,
    clock,
    onBlocked,
    ...parts.controller,
  });
  const shownAtMs = new Map<number, number>();
  picture.onShown((frame, atLocalMs) => shownAtMs.set(frame, local.toVirtualMs(atLocalMs)));
  picture.onFrame((frame) => follower.handleFrame(frame));
  picture.onEvent(() => follower.advance());
  picture.load("blob:clip");

  function ping(left: number) {
    const sentAtLocalMs = local.nowMs();
    line.travel("up", () => {
      const serverNowMs = time.nowMs() + serverAheadMs;
      line.travel("down", () =>
        clock.add({ sentAtLocalMs, receivedAtLocalMs: local.nowMs(), serverNowMs }),
      );
    });
    local.after(left > 0 ? burst.everyMs : 1_000, () => ping(left - 1));
  }
  ping(burst.pings);

  return {
    picture,
    follower,
    shownAtMs,
    hear: (timeline: Timeline) =>
      line.travel("down", () => {
        const followed = lineOf(timeline, clip, parts.hasSound);
        if (followed !== null) follower.follow(followed);
      }),
    pauseOn: (frame: number) => {
      follower.stop();
      picture.pause();
      shownAtMs.clear();
      picture.seek(frameMiddleMs(clip, frame));
    },
  };
}
