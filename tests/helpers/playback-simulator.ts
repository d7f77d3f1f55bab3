import { randomUUID } from "node:crypto";
import { createReviewRoom } from "#server/review-room/review-room.ts";
import type { ReviewRoom } from "#server/review-room/review-room.ts";
import { observationIdSchema, participantIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { TimelineClip } from "#shared/playback/timeline.ts";
import { buildRoomClip } from "#tests/helpers/player-snapshots.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";
import { joinSimulatedRoom } from "#tests/helpers/simulator/simulated-person.ts";
import type {
  PersonHabits,
  SimulatedHouse,
  SimulatedPerson,
} from "#tests/helpers/simulator/simulated-person.ts";
import { callum, nadia } from "#tests/helpers/timelines.ts";
import { createVirtualTime } from "#tests/helpers/virtual-time.ts";
import type { VirtualTime } from "#tests/helpers/virtual-time.ts";

/** What a simulated room is besides its people. */
export interface RoomHabits {
  /** Another seed, other accidents; a test that fails says which. */
  readonly seed?: number;
  readonly hasSound?: boolean;
}

/** Two people in one room. */
export interface SimulatedRoom {
  readonly time: VirtualTime;
  readonly room: ReviewRoom;
  readonly nadia: SimulatedPerson;
  readonly callum: SimulatedPerson;
  /** Somebody else comes in now. */
  join(habits?: Partial<PersonHabits>): SimulatedPerson;
}

/** A steady line and a quick player. */
export const goodHabits: PersonHabits = {
  startLatencyMs: 40,
  seekLatencyMs: 30,
  pace: 1,
  upMs: 20,
  downMs: 20,
  jitterMs: 5,
  clockStartMs: 5_000,
};

/** The real room and two real players on a virtual clock; only pictures, lines and time are made up. */
export async function simulateRoom(
  clip: TimelineClip,
  habits: { nadia?: Partial<PersonHabits>; callum?: Partial<PersonHabits> } = {},
  { seed = 7, hasSound = false }: RoomHabits = {},
): Promise<SimulatedRoom> {
  const time = createVirtualTime();
  const serverNowMs = () => time.nowMs() + 777_000;
  const tells: SimulatedHouse["tells"] = new Set();
  const room = createReviewRoom({
    reviewId: reviewIdSchema.parse("55555555-5555-4555-8555-555555555555"),
    clock: { serverNowMs, nowMs: () => 0 },
    after: (delayMs, run) => time.after(delayMs, run),
    boards: {
      holdMoment: () =>
        Promise.resolve(
          ok({
            observationId: observationIdSchema.parse("66666666-6666-4666-8666-666666666666"),
            created: true,
          }),
        ),
      addAim: () => Promise.resolve(fail("aims-full")),
    },
    newEpoch: () => "77777777-7777-4777-8777-777777777777",
    tell: (name, message) => {
      for (const tell of tells) tell(name, message);
    },
    clips: [clip],
    locked: false,
    stored: null,
    heartbeatFrame: null,
    practitionerFirst: true,
    tellNotes: () => {},
    noteWait: () => {},
    notePause: () => {},
    save: () => {},
    saveHeartbeat: () => {},
  });
  const built = buildRoomClip(clip);
  const roomClip = { ...built, media: { ...built.media, hasSound } };
  const house = { time, room, random: seededRandom(seed), tells, clip: roomClip, serverNowMs };
  const people = {
    nadia: joinSimulatedRoom(house, nadia, { ...goodHabits, ...habits.nadia }),
    callum: joinSimulatedRoom(house, callum, { ...goodHabits, ...habits.callum }),
  };
  await time.advance(3_000);
  return {
    time,
    room,
    ...people,
    join: (more = {}) =>
      joinSimulatedRoom(house, participantIdSchema.parse(randomUUID()), {
        ...goodHabits,
        ...more,
      }),
  };
}
