import { createClipPlayer } from "#client/features/playback/clip-player.ts";
import type { ClipPlayer } from "#client/features/playback/clip-player.ts";
import type { ClipLoader } from "#client/features/playback/clip-loader.ts";
import { createPendingCommands } from "#client/lib/pending-commands.ts";
import { readAnswer, readNews } from "#client/lib/room-messages.ts";
import type { RoomConnection, RoomLink } from "#client/lib/room-connection.ts";
import { createServerClock } from "#client/lib/server-clock.ts";
import type { ServerClock } from "#client/lib/server-clock.ts";
import type { ReviewRoom } from "#server/review-room/review-room.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import { fail } from "#shared/lib/result.ts";
import type { RoomClip } from "#shared/protocol/http-api.ts";
import { answerAsk } from "#tests/helpers/answer-ask.ts";
import { createFakePicture } from "#tests/helpers/fake-picture.ts";
import type { FakePicture, PictureHabits } from "#tests/helpers/fake-picture.ts";
import { createLocalTime } from "#tests/helpers/simulator/local-time.ts";
import type { ClockHabits, LocalTime } from "#tests/helpers/simulator/local-time.ts";
import { createSimulatedLine } from "#tests/helpers/simulator/simulated-line.ts";
import type { LineHabits } from "#tests/helpers/simulator/simulated-line.ts";
import type { VirtualTime } from "#tests/helpers/virtual-time.ts";

/** One person's line, clocks and player. */
export interface PersonHabits extends PictureHabits, LineHabits, ClockHabits {
  /** Lets a press start the film for both; without it, each does. */
  readonly mayStart?: () => boolean;
}

/** A person in the simulated room. */
export interface SimulatedPerson {
  readonly player: ClipPlayer;
  readonly picture: FakePicture;
  readonly clock: ServerClock;
  readonly local: LocalTime;
  /** Cuts the line, or mends it. */
  setCut(isCut: boolean): void;
  /** What was asked of the server, by name, in order. */
  readonly asked: readonly string[];
}

/** What everybody in the room shares. */
export interface SimulatedHouse {
  readonly time: VirtualTime;
  readonly room: ReviewRoom;
  readonly random: () => number;
  /** Each hears what the room tells. */
  readonly tells: Set<(name: string, message: unknown) => void>;
  readonly clip: RoomClip;
  readonly serverNowMs: () => number;
}

const burst = { pings: 20, everyMs: 40 };

/** One real player, joined over a line of its own. */
export function joinSimulatedRoom(
  house: SimulatedHouse,
  me: ParticipantId,
  habits: PersonHabits,
): SimulatedPerson {
  const { time, room, random } = house;
  const local = createLocalTime(time, habits);
  const line = createSimulatedLine(time, habits, random);
  const clock = createServerClock(
    () => local.nowMs(),
    () => local.wallNowMs(),
  );
  const listeners = new Map<string, Set<(news: never) => void>>();
  const linkListeners = new Set<(link: RoomLink) => void>();
  const latest = new Map<string, unknown>();
  const asked: string[] = [];
  const tab = { tabId: me, sessionId: me, participantId: me };
  let link: RoomLink = { kind: "connecting" };

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
    line.travel("down", () => {
      clock.hear(welcome.serverNowMs);
      setLink({ kind: "here" });
      hear("room:welcomed", welcome);
      const { timeline, serverNowMs, members, cover, agreement, gate, view } = welcome;
      hear("playback:changed", { timeline, serverNowMs });
      hear("members:changed", members);
      hear("cover:changed", cover);
      hear("gate:changed", { gate });
      hear("view:changed", view);
      if (agreement !== null) hear("playback:agreed", agreement);
      connection.commands.resend();
    });
  }

  const ask: RoomConnection["ask"] = (name, message) =>
    new Promise((resolve) => {
      asked.push(name);
      if (line.isCut()) {
        resolve(fail("no-answer"));
        return;
      }
      const giveUp = local.after(5_000, () => resolve(fail("no-answer")));
      line.travel("up", () => {
        const answer = answerAsk(room, me, name, message);
        line.travel("down", () => {
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
    line.travel("up", () => {
      room.heard(me);
      const serverNowMs = house.serverNowMs();
      line.travel("down", () => {
        clock.add({ sentAtLocalMs, receivedAtLocalMs: local.nowMs(), serverNowMs });
      });
    });
    local.after(left > 0 ? burst.everyMs : 1_000, () => ping(left - 1));
  }

  const picture = createFakePicture(
    local,
    house.clip.media,
    { screenBeatMs: habits.clockStartMs, ...habits },
    random,
  );
  const player = createClipPlayer({
    connection,
    picture,
    me,
    time: local,
    loader: loadedClips,
    mayStart: () => habits.mayStart?.() ?? true,
    sight: { isVisible: () => true, onChange: () => () => {} },
  });
  house.tells.add((name, message) => line.travel("down", () => hear(name, message)));
  player.open();
  player.setClips([house.clip]);
  connect();
  ping(burst.pings);

  function cut(cuts: boolean) {
    line.setCut(cuts);
    if (!cuts) {
      connect();
      return;
    }
    const sinceLocalMs = local.nowMs();
    room.leave(tab, false);
    local.after(3_000, () => {
      if (line.isCut()) setLink({ kind: "lost", sinceLocalMs });
    });
  }

  return { player, picture, clock, local, asked, setCut: cut };
}

const loadedClips: ClipLoader = {
  loadingOf: () => loaded,
  prefer: () => {},
  setClips: () => {},
  onChange: () => () => {},
  close: () => {},
};
const loaded = { kind: "ready", url: "blob:clip" } as const;
