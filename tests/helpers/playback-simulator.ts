import { createClipPlayer } from "#client/features/playback/clip-player.ts";
import type { ClipPlayer } from "#client/features/playback/clip-player.ts";
import type { ClipLoader } from "#client/features/playback/clip-loader.ts";
import { createPendingCommands } from "#client/lib/pending-commands.ts";
import { readAnswer, readNews } from "#client/lib/room-messages.ts";
import type { RoomConnection, RoomLink } from "#client/lib/room-connection.ts";
import { createServerClock } from "#client/lib/server-clock.ts";
import { createReviewRoom } from "#server/review-room/review-room.ts";
import type { ReviewRoom } from "#server/review-room/review-room.ts";
import { observationIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { TimelineClip } from "#shared/playback/timeline.ts";
import { answerAsk } from "#tests/helpers/answer-ask.ts";
import { createFakePicture } from "#tests/helpers/fake-picture.ts";
import type { FakePicture, PictureHabits } from "#tests/helpers/fake-picture.ts";
import { buildRoomClip } from "#tests/helpers/player-snapshots.ts";
import { callum, nadia } from "#tests/helpers/timelines.ts";
import { createVirtualTime } from "#tests/helpers/virtual-time.ts";
import type { VirtualTime } from "#tests/helpers/virtual-time.ts";

/** One person's way to the server and player. */
export interface PersonHabits extends PictureHabits {
  readonly upMs: number;
  readonly downMs: number;
  /** Each message takes up to this much longer. */
  readonly jitterMs: number;
  /** Where this browser's own clock began. */
  readonly clockStartMs: number;
}

export interface SimulatedPerson {
  readonly player: ClipPlayer;
  readonly picture: FakePicture;
  /** Cuts the line, or mends it. */
  setCut(isCut: boolean): void;
  /** What was asked of the server, by name, in order. */
  readonly asked: readonly string[];
}

export interface SimulatedRoom {
  readonly time: VirtualTime;
  readonly room: ReviewRoom;
  readonly nadia: SimulatedPerson;
  readonly callum: SimulatedPerson;
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
): Promise<SimulatedRoom> {
  const time = createVirtualTime();
  const random = seededRandom(7);
  const tells = new Set<(name: string, message: unknown) => void>();
  const room = createReviewRoom({
    reviewId: reviewIdSchema.parse("55555555-5555-4555-8555-555555555555"),
    clock: { serverNowMs: () => time.nowMs() + 777_000, nowMs: () => 0 },
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
    save: () => {},
    saveHeartbeat: () => {},
  });
  const house = { time, room, random, tells, clip };
  const people = {
    nadia: joinRoom(house, nadia, { ...goodHabits, ...habits.nadia }),
    callum: joinRoom(house, callum, { ...goodHabits, ...habits.callum }),
  };
  await time.advance(3_000);
  return { time, room, ...people };
}

interface House {
  readonly time: VirtualTime;
  readonly room: ReviewRoom;
  readonly random: () => number;
  readonly tells: Set<(name: string, message: unknown) => void>;
  readonly clip: TimelineClip;
}

function joinRoom(house: House, me: ParticipantId, habits: PersonHabits): SimulatedPerson {
  const { time, room, clip } = house;
  const local = {
    nowMs: () => time.nowMs() + habits.clockStartMs,
    after: (delayMs: number, run: () => void) => time.after(delayMs, run),
  };
  const clock = createServerClock(local.nowMs, local.nowMs);
  const listeners = new Map<string, Set<(news: never) => void>>();
  const linkListeners = new Set<(link: RoomLink) => void>();
  const latest = new Map<string, unknown>();
  const asked: string[] = [];
  const tab = { tabId: me, sessionId: me, participantId: me };
  let link: RoomLink = { kind: "connecting" };
  let isCut = false;
  const lastAtMs = { up: 0, down: 0 };

  /** Messages keep their order; a cut line loses them. */
  function travel(way: "up" | "down", run: () => void) {
    if (isCut) return;
    const delayMs = (way === "up" ? habits.upMs : habits.downMs) + house.random() * habits.jitterMs;
    lastAtMs[way] = Math.max(lastAtMs[way], time.nowMs() + delayMs);
    time.after(lastAtMs[way] - time.nowMs(), () => {
      if (!isCut) run();
    });
  }

  function setLink(next: RoomLink) {
    link = next;
    for (const listener of linkListeners) listener(next);
  }

  function hear(name: string, message: unknown) {
    const news = readNews(name as "playback:changed", message); // any name of the table: only told on
    if (news === null) throw new Error(`the room told ${name} without its shape`);
    latest.set(name, news);
    for (const listener of listeners.get(name) ?? []) listener(news as never);
  }

  function connect() {
    room.enter(tab, { participantId: me, name: me, role: "guider" }, true);
    const welcome = room.welcome(tab);
    travel("down", () => {
      clock.hear(welcome.serverNowMs);
      setLink({ kind: "here" });
      hear("room:welcomed", welcome);
      const { timeline, serverNowMs, members, cover, agreement } = welcome;
      hear("playback:changed", { timeline, serverNowMs });
      hear("members:changed", members);
      hear("cover:changed", cover);
      if (agreement !== null) hear("playback:agreed", agreement);
      connection.commands.resend();
    });
  }

  const ask: RoomConnection["ask"] = (name, message) =>
    new Promise((resolve) => {
      asked.push(name);
      if (isCut) {
        resolve(fail("no-answer"));
        return;
      }
      const giveUp = time.after(5_000, () => resolve(fail("no-answer")));
      travel("up", () => {
        const answer = answerAsk(room, me, name, message);
        travel("down", () => {
          giveUp();
          resolve(readAnswer(name, answer));
        });
      });
    });

  const connection: RoomConnection = {
    clock,
    commands: createPendingCommands(async (message) => {
      const answer = await ask("playback:command", message);
      if (answer.ok) hear("playback:changed", answer.value);
      return answer;
    }),
    link: () => link,
    onLink: (listener) => {
      linkListeners.add(listener);
      return () => linkListeners.delete(listener);
    },
    latest: (name) => (latest.get(name) ?? null) as never, // set by `hear` under its own name
    on: (name, listener) => {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
    ask,
    close: () => {},
  };

  function ping(left: number) {
    const sentAtLocalMs = local.nowMs();
    travel("up", () => {
      room.heard(me);
      const serverNowMs = time.nowMs() + 777_000;
      travel("down", () => {
        clock.add({ sentAtLocalMs, receivedAtLocalMs: local.nowMs(), serverNowMs });
      });
    });
    time.after(left > 0 ? 40 : 1_000, () => ping(left - 1));
  }

  const picture = createFakePicture(local, clip, habits);
  const player = createClipPlayer({
    connection,
    picture,
    me,
    time: local,
    loader: loadedClips,
    sight: { isVisible: () => true, onChange: () => () => {} },
  });
  house.tells.add((name, message) => travel("down", () => hear(name, message)));
  player.open();
  player.setClips([buildRoomClip(clip)]);
  connect();
  ping(20);

  function cut(cuts: boolean) {
    if (cuts) {
      isCut = true;
      const sinceLocalMs = local.nowMs();
      room.leave(tab, false);
      time.after(3_000, () => {
        if (isCut) setLink({ kind: "lost", sinceLocalMs });
      });
    } else {
      isCut = false;
      connect();
    }
  }

  return { player, picture, asked, setCut: cut };
}

const loadedClips: ClipLoader = {
  loadingOf: () => loaded,
  prefer: () => {},
  setClips: () => {},
  onChange: () => () => {},
  close: () => {},
};
const loaded = { kind: "ready", url: "blob:clip" } as const;

/** Numbers from 0 to 1, the same each run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
