import type { RoomConnection, RoomLink } from "#client/lib/room-connection.ts";
import { commandIdSchema } from "#shared/domain/ids.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import { fail } from "#shared/lib/result.ts";
import { frameAt } from "#shared/playback/frames.ts";
import { isNewer, playbackRates } from "#shared/playback/timeline.ts";
import { wholeView } from "#shared/playback/view.ts";
import type { Point } from "#shared/playback/view.ts";
import type { Timeline, TimelineCommand } from "#shared/playback/timeline.ts";
import type { RoomClip } from "#shared/protocol/http-api.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import type { ClipLoader } from "./clip-loader.ts";
import { createCommandQueue } from "./command-queue.ts";
import { createCoverKeeper } from "./cover-keeper.ts";
import { createPictureDriver } from "./picture-driver.ts";
import type { HeldMoment, PlayerCommands } from "./player-commands.ts";
import type { PlayerSnapshot } from "./player-snapshot.ts";
import { createRoomReporter } from "./room-reporter.ts";
import { createSnapshotStore } from "./snapshot-store.ts";
import { askedSettings, predictTimeline } from "./predicted-timeline.ts";
import type { PageSight, Picture, Time } from "./surroundings.ts";
import { tableOfClips } from "./timeline-clips.ts";

/** The room's picture in this tab. No React: a hook subscribes to it. */
export interface ClipPlayer extends PlayerCommands {
  snapshot(): PlayerSnapshot;
  subscribe(listener: () => void): () => void;
  /** Every presented frame by number, null when there is none: more often than snapshots change. */
  onFrameShown(listener: (frame: number | null) => void): () => void;
  /** The rings of the others, whenever one moves or has faded. */
  onPointers(listener: (pointers: readonly Pointer[]) => void): () => void;
  /** The clips there are now; with new addresses after a change. */
  setClips(clips: readonly RoomClip[]): void;
  /** Begins to listen to the room; answers how to stop and let go of the clips. Can be opened again. */
  open(): () => void;
}

/** Somebody's ring on the picture. */
export interface Pointer {
  readonly by: ParticipantId;
  readonly at: Point;
}

/** What a player is made of; a test gives it a picture and a clock of its own. */
export interface ClipPlayerParts {
  readonly connection: RoomConnection;
  readonly picture: Picture;
  readonly loader: ClipLoader;
  readonly time: Time;
  readonly sight: PageSight;
  readonly me: ParticipantId;
}

const tickMs = 200;
/** Without a word from the server the film goes on this long, then rests (SYNC: partition). */
const restAfterSilenceMs = 10_000;

/** Binds one picture to one room while it is open. */
export function createClipPlayer(parts: ClipPlayerParts): ClipPlayer {
  const { connection, loader, time } = parts;
  let clips: readonly RoomClip[] = [];
  let table = tableOfClips(clips);
  let confirmed: Timeline | null = null;
  let refused: Refusal | "no-answer" | null = null;
  let view = wholeView;
  let loopFrom: number | null = null;
  let cancelTick = () => {};

  const driver = createPictureDriver({ ...parts, clock: connection.clock, onChange: update });
  const cover = createCoverKeeper(connection, parts.me, update);
  const reporter = createRoomReporter(connection, time);
  const queue = createCommandQueue(
    connection.commands,
    () => confirmed,
    (reason) => {
      refused = reason;
    },
    time,
  );
  const store = createSnapshotStore();
  const pointerListeners = new Set<(pointers: readonly Pointer[]) => void>();

  function wanted(): Timeline | null {
    return confirmed && predictTimeline(confirmed, queue.awaited(), table, parts.me);
  }

  /** Everything that happens ends here: what should be seen is worked out anew, and the picture is driven to it. */
  function update() {
    const timeline = wanted();
    const clip = clips.find((one) => one.clipId === timeline?.clipId) ?? null;
    if (clip !== null) loader.prefer(clip.clipId);
    const isPlayPending = queue.awaited().some((command) => command.kind === "play");
    const mustRest = cover.view().isCovered || isSilentTooLong(connection.link(), time.nowMs());
    driver.drive({
      timeline,
      clip: clip === null ? null : (table.get(clip.clipId) ?? null),
      url: urlOf(clip),
      hasSound: clip?.media.hasSound ?? false,
      mustRest,
      isMuted: cover.view().isCovered,
    });
    reporter.report({ confirmed, wanted: timeline, seen: driver.seen() });
    const facts = {
      timeline,
      confirmed,
      clips,
      clip,
      seen: driver.seen(),
      isPlayPending,
      mustRest,
    };
    const isOnOwn = false;
    store.set({
      ...facts,
      view,
      loopFrom,
      isOnOwn,
      connection,
      loader,
      cover: cover.view(),
      refused,
    });
  }

  function urlOf(clip: RoomClip | null): string | null {
    const loading = clip === null ? null : loader.loadingOf(clip.clipId);
    return loading?.kind === "ready" ? loading.url : null;
  }

  function handleTimeline(timeline: Timeline | null) {
    if (timeline !== null && !isNewer(timeline, confirmed)) return;
    confirmed = timeline;
    refused = null;
    update();
  }

  function tick() {
    update();
    cancelTick = time.after(tickMs, tick);
  }

  function give(command: TimelineCommand) {
    refused = null;
    queue.give(command);
    update();
  }

  const asked = () => confirmed && askedSettings(confirmed, queue.awaited());

  function currentFrame(timeline: Timeline): number {
    if (timeline.motion.kind === "paused") return timeline.motion.frame;
    const clip = table.get(timeline.clipId);
    const lastFrame = driver.seen().lastFrame;
    if (clip === undefined) return timeline.motion.fromFrame;
    return lastFrame ?? frameAt(clip, driver.positionMs(timeline, clip));
  }

  function isMoving(): boolean {
    const isPending = queue.awaited().some((command) => command.kind === "play");
    return isPending || wanted()?.motion.kind === "playing" || confirmed?.motion.kind === "playing";
  }

  function pause() {
    const timeline = wanted();
    if (timeline === null || !isMoving()) return;
    const frame = currentFrame(timeline);
    driver.rest();
    give({ kind: "pause", clipId: timeline.clipId, frame });
  }

  function inClip(act: (timeline: Timeline) => TimelineCommand | null) {
    const timeline = wanted();
    const command = timeline && act(timeline);
    if (command !== null) give(command);
  }

  function seekBy(timeline: Timeline, byMs: number): TimelineCommand | null {
    const clip = table.get(timeline.clipId);
    if (clip === undefined) return null;
    const toMs = Math.max(0, driver.positionMs(timeline, clip) + byMs);
    return { kind: "seek", clipId: timeline.clipId, frame: frameAt(clip, toMs) };
  }

  async function holdMoment(): Promise<HeldMoment> {
    pause();
    await queue.sent();
    const timeline = wanted();
    if (timeline === null || confirmed === null) return fail("unknown-clip");
    return connection.ask("moment:hold", {
      commandId: commandIdSchema.parse(crypto.randomUUID()),
      epoch: confirmed.epoch,
      revision: confirmed.revision,
      clipId: timeline.clipId,
      frame: currentFrame(timeline),
    });
  }

  driver.onPausedFromOutside(pause);
  const listen = () => [
    cover.open(),
    connection.on("playback:changed", (news) => handleTimeline(news.timeline)),
    connection.on("playback:agreed", update),
    connection.on("room:welcomed", () => {
      reporter.forget();
      update();
    }),
    connection.on("seat:moved", update),
    connection.onLink(update),
    loader.onChange(update),
    queue.onChange(update),
    parts.sight.onChange(() => {
      driver.lookAgain();
      reporter.forget();
      update();
    }),
  ];

  function open() {
    const leave = listen();
    confirmed = connection.latest("playback:changed")?.timeline ?? null;
    reporter.forget();
    loader.setClips(clips);
    tick();
    return () => {
      cancelTick();
      for (const stop of leave) stop();
      driver.stop();
      loader.close();
    };
  }

  return {
    snapshot: () => store.get(),
    subscribe: (listener) => store.subscribe(listener),
    onFrameShown: (listener) => driver.onFrameShown(listener),
    setClips: (next) => {
      clips = next;
      table = tableOfClips(next);
      loader.setClips(next);
      update();
    },
    play: () => {
      if (confirmed !== null) give({ kind: "play" });
    },
    pause,
    toggle: () => {
      if (isMoving()) pause();
      else if (confirmed !== null) give({ kind: "play" });
    },
    seekToFrame: (frame) =>
      inClip((timeline) => ({ kind: "seek", clipId: timeline.clipId, frame: Math.max(0, frame) })),
    step: (frames) =>
      inClip((timeline) =>
        timeline.motion.kind === "playing"
          ? null
          : { kind: "step", clipId: timeline.clipId, frames },
      ),
    skip: (byMs) => inClip((timeline) => seekBy(timeline, byMs)),
    setRate: (rate) => give({ kind: "rate", rate }),
    changeSpeed: (by) => {
      const settings = asked();
      const rate = settings && playbackRates[playbackRates.indexOf(settings.rate) + by];
      if (rate) give({ kind: "rate", rate });
    },
    setRepeat: (repeat) => give({ kind: "repeat", repeat }),
    toggleRepeat: () => give({ kind: "repeat", repeat: asked()?.repeat !== true }),
    loopFromHere: () => {
      const timeline = wanted();
      loopFrom = timeline && currentFrame(timeline);
      update();
    },
    loopToHere: () =>
      inClip((timeline) => {
        const lastFrame = currentFrame(timeline);
        const loop = { firstFrame: loopFrom ?? 0, lastFrame };
        loopFrom = null;
        return { kind: "loop", clipId: timeline.clipId, loop };
      }),
    setLoop: (loop) => inClip(({ clipId }) => ({ kind: "loop", clipId, loop })),
    letGoOfLoop: () =>
      inClip((timeline) => ({ kind: "loop", clipId: timeline.clipId, loop: null })),
    again: () =>
      inClip((timeline) => {
        const { clipId } = timeline;
        return { kind: "again", clipId, frame: currentFrame(timeline) };
      }),
    setView: (next) => {
      const clipId = wanted()?.clipId;
      if (clipId === undefined) return;
      view = next;
      void connection.ask("view:set", { clipId, view });
      update();
    },
    pointAt: (at) => {
      const clipId = wanted()?.clipId;
      if (clipId !== undefined) void connection.ask("pointer:move", { clipId, at });
    },
    lookOnMyOwn: () => void connection.ask("own:look", { isOnOwn: true }),
    backTogether: () => void connection.ask("own:look", { isOnOwn: false }),
    goOnWithout: () => void connection.ask("gate:pass", {}),
    onPointers: (listener) => {
      pointerListeners.add(listener);
      return () => pointerListeners.delete(listener);
    },
    openClip: (clipId) => give({ kind: "clip", clipId }),
    visit: (clipId, frame) => give({ kind: "visit", clipId, frame }),
    cover: () => {
      pause();
      cover.put();
    },
    uncover: () => cover.lift(),
    holdMoment,
    unblock: () => driver.unblock(),
    open,
  };
}

function isSilentTooLong(link: RoomLink, nowMs: number): boolean {
  if (link.kind === "closed") return true;
  return link.kind === "lost" && nowMs - link.sinceLocalMs > restAfterSilenceMs;
}
