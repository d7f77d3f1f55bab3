import type { RoomConnection } from "#client/lib/room-connection.ts";
import { commandIdSchema } from "#shared/domain/ids.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import { fail } from "#shared/lib/result.ts";
import type { Timeline } from "#shared/playback/timeline.ts";
import type { RoomClip } from "#shared/protocol/http-api.ts";
import type { ClipLoader } from "./clip-loader.ts";
import { createCoverKeeper } from "./cover-keeper.ts";
import { createFollowedTimeline } from "./followed-timeline.ts";
import { createLoopMarks } from "./loop-marks.ts";
import { createPictureDriver } from "./picture-driver.ts";
import type { HeldMoment, PlayerCommands } from "./player-commands.ts";
import type { PlayerPosition, PlayerSnapshot } from "./player-snapshot.ts";
import { createPointers } from "./pointers.ts";
import type { Pointer } from "./pointers.ts";
import { createPresses } from "./presses.ts";
import { createRoomReporter } from "./room-reporter.ts";
import { createSharedView } from "./shared-view.ts";
import { createSnapshotStore } from "./snapshot-store.ts";
import type { PageSight, Picture, Time } from "./surroundings.ts";
import { tableOfClips } from "./timeline-clips.ts";

/** The room's picture in this tab. No React: a hook subscribes to it. */
export interface ClipPlayer extends PlayerCommands, PlayerPosition {
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

/** What a player is made of; a test gives it a picture and a clock of its own. */
export interface ClipPlayerParts {
  readonly connection: RoomConnection;
  readonly picture: Picture;
  readonly loader: ClipLoader;
  readonly time: Time;
  readonly sight: PageSight;
  readonly me: ParticipantId;
  /** Asked before a film at rest is set going for both; without it, it may. */
  readonly mayStart?: () => boolean;
}

const tickMs = 200;

/** Binds one picture to one room while it is open. */
export function createClipPlayer(parts: ClipPlayerParts): ClipPlayer {
  const { connection, loader, time, me } = parts;
  let clips: readonly RoomClip[] = [];
  let table = tableOfClips(clips);
  let cancelTick = () => {};

  const followed = createFollowedTimeline({ ...parts, clips: () => table, onChange: update });
  const { own } = followed;
  const wanted = () => followed.wanted();
  const driver = createPictureDriver({ ...parts, clock: connection.clock, onChange: update });
  const cover = createCoverKeeper(connection, me, update);
  const reporter = createRoomReporter(connection, time);
  const marks = createLoopMarks();
  const pointers = createPointers(connection, time, me);
  const sharedView = createSharedView({
    connection,
    time,
    roomClipId: () => followed.confirmed()?.clipId ?? null,
    onChange: update,
  });
  const store = createSnapshotStore();
  const clipTable = () => table;
  const presses = createPresses({
    me,
    driver,
    followed,
    marks,
    clips: clipTable,
    onChange: update,
    mayStart: parts.mayStart ?? (() => true),
  });

  const isOnOwn = () => own.timeline() !== null;
  const frameOf = (timeline: Timeline) => driver.frameOf(timeline, table.get(timeline.clipId));
  const viewOf = (timeline: Timeline | null) =>
    isOnOwn() ? own.view() : sharedView.viewOf(timeline?.clipId ?? null);

  /** Everything that happens ends here: what should be seen is worked out anew, and the picture is driven to it. */
  function update() {
    restOwn();
    const timeline = wanted();
    const clip = clips.find((one) => one.clipId === timeline?.clipId) ?? null;
    const mustRest = cover.view().isCovered || followed.isAlone();
    if (clip !== null) loader.prefer(clip.clipId);
    drive(timeline, clip, mustRest);
    pointers.setClip(isOnOwn() ? null : (clip?.clipId ?? null));
    const seen = driver.seen();
    const confirmed = isOnOwn() ? null : followed.confirmed();
    reporter.report({ confirmed, wanted: timeline, seen });
    store.set({
      timeline,
      confirmed,
      clips,
      clip,
      seen,
      isPlayPending: followed.isPlayPending(),
      mustRest,
      connection,
      loader,
      cover: cover.view(),
      gate: followed.gate(),
      view: viewOf(timeline),
      loopFrom: marks.fromIn(timeline?.clipId ?? null),
      isOnOwn: isOnOwn(),
      refused: followed.refused(),
    });
  }

  function drive(timeline: Timeline | null, clip: RoomClip | null, mustRest: boolean) {
    driver.drive({
      timeline,
      clip: clip === null ? null : (table.get(clip.clipId) ?? null),
      url: urlOf(clip),
      hasSound: clip?.media.hasSound ?? false,
      mustRest,
      isMuted: cover.view().isCovered,
    });
  }

  /** One's own film comes to its end by itself, and does not run on under a cover. */
  function restOwn() {
    own.restAtEnd(table);
    const timeline = own.timeline();
    if (timeline?.motion.kind !== "playing" || !cover.view().isCovered) return;
    own.apply({ kind: "pause", clipId: timeline.clipId, frame: frameOf(timeline) }, table);
  }

  function urlOf(clip: RoomClip | null): string | null {
    const loading = clip === null ? null : loader.loadingOf(clip.clipId);
    return loading?.kind === "ready" ? loading.url : null;
  }

  function tick() {
    update();
    cancelTick = time.after(tickMs, tick);
  }

  function backTogether() {
    if (!isOnOwn()) return;
    own.end();
    reporter.forget();
    update();
  }

  /** Looking on one's own, both are brought to this frame first. */
  async function holdMoment(): Promise<HeldMoment> {
    const alone = own.timeline();
    if (alone === null) presses.pause();
    else {
      const frame = frameOf(alone);
      backTogether();
      presses.visit(alone.clipId, frame);
    }
    await followed.sent();
    const timeline = wanted();
    const confirmed = followed.confirmed();
    if (timeline === null || confirmed === null) return fail("unknown-clip");
    return connection.ask("moment:hold", {
      commandId: commandIdSchema.parse(crypto.randomUUID()),
      epoch: confirmed.epoch,
      revision: confirmed.revision,
      clipId: timeline.clipId,
      frame: frameOf(timeline),
    });
  }

  driver.onPausedFromOutside(presses.pause);
  const listen = () => [
    cover.open(),
    followed.open(),
    sharedView.open(),
    pointers.open(),
    connection.on("playback:agreed", update),
    connection.on("room:welcomed", () => {
      reporter.forget();
      update();
    }),
    connection.on("seat:moved", update),
    loader.onChange(update),
    parts.sight.onChange(() => {
      driver.lookAgain();
      reporter.forget();
      update();
    }),
  ];

  function open() {
    const leave = listen();
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
    ...presses,
    snapshot: () => store.get(),
    subscribe: (listener) => store.subscribe(listener),
    positionMs: () => store.positionMs(),
    onPosition: (listener) => store.onPosition(listener),
    onFrameShown: (listener) => driver.onFrameShown(listener),
    onPointers: (listener) => pointers.onPointers(listener),
    setClips: (next) => {
      clips = next;
      table = tableOfClips(next);
      loader.setClips(next);
      update();
    },
    setView: (view) => {
      const clipId = wanted()?.clipId;
      if (clipId === undefined) return;
      if (!isOnOwn()) sharedView.set(clipId, view);
      else own.setView(view);
      update();
    },
    pointAt: (at) => {
      const clipId = wanted()?.clipId;
      if (clipId !== undefined && !isOnOwn()) pointers.point(clipId, at);
    },
    lookOnMyOwn: () => {
      const timeline = wanted();
      if (timeline === null || isOnOwn()) return;
      own.begin(timeline, viewOf(timeline));
      update();
    },
    backTogether,
    goOnWithout: () => void connection.ask("gate:pass", {}),
    cover: () => {
      presses.pause();
      cover.put();
    },
    uncover: () => cover.lift(),
    holdMoment,
    unblock: () => driver.unblock(),
    open,
  };
}
