import type { RoomConnection } from "#client/lib/room-connection.ts";
import { frameStartMs } from "#shared/playback/frames.ts";
import { positionAt } from "#shared/playback/timeline-position.ts";
import { wholeView } from "#shared/playback/view.ts";
import type { View } from "#shared/playback/view.ts";
import type { Timeline } from "#shared/playback/timeline.ts";
import type { RoomClip } from "#shared/protocol/http-api.ts";
import type { ClipLoader, ClipLoading } from "./clip-loader.ts";
import type { CoverView } from "./cover-keeper.ts";
import type { Gate } from "#shared/protocol/room-events.ts";
import type { PictureFacts } from "./picture-driver.ts";
import { sameOrNext } from "./player-snapshot.ts";
import type {
  PlayerAgreement,
  PlayerPhase,
  PlayerPosition,
  PlayerSnapshot,
} from "./player-snapshot.ts";

/** Everything a snapshot is made from. */
export interface SnapshotFacts {
  readonly timeline: Timeline | null;
  /** As the room told it last; null for somebody who does not follow it. */
  readonly confirmed: Timeline | null;
  readonly clips: readonly RoomClip[];
  readonly clip: RoomClip | null;
  readonly seen: PictureFacts;
  readonly isPlayPending: boolean;
  /** The picture rests here though the room may play on: covered, or too long without a line. */
  readonly mustRest: boolean;
  readonly connection: RoomConnection;
  readonly loader: ClipLoader;
  readonly cover: CoverView;
  readonly gate: Gate | null;
  readonly view: View;
  readonly loopFrom: number | null;
  readonly isOnOwn: boolean;
  readonly refused: PlayerSnapshot["refused"];
}

/** The last snapshot and the last position, for `useSyncExternalStore`. */
export interface SnapshotStore extends PlayerPosition {
  get(): PlayerSnapshot;
  set(facts: SnapshotFacts): void;
  subscribe(listener: () => void): () => void;
}

const positionEveryMs = 200;
const nothing: PlayerSnapshot = {
  timeline: null,
  clips: [],
  clip: null,
  phase: "empty",
  shownFrame: null,
  agreement: null,
  isInStep: false,
  picture: "loading",
  loading: {},
  cover: { isCovered: false, isByMe: false, by: [], mayLift: false },
  gate: null,
  view: wholeView,
  loopFrom: null,
  isOnOwn: false,
  link: "connecting",
  isSeated: true,
  refused: null,
};

/** Tells its listeners only when something a person could see has changed. */
export function createSnapshotStore(): SnapshotStore {
  let snapshot = nothing;
  let positionMs = 0;
  const listeners = new Set<() => void>();
  const positionListeners = new Set<() => void>();

  function move(nextMs: number) {
    if (nextMs === positionMs) return;
    positionMs = nextMs;
    for (const listener of positionListeners) listener();
  }

  function change(next: PlayerSnapshot) {
    if (next === snapshot) return;
    snapshot = next;
    for (const listener of listeners) listener();
  }

  return {
    get: () => snapshot,
    positionMs: () => positionMs,
    set: (facts) => {
      const next = sameOrNext(snapshot, take(facts, snapshot));
      move(positionOf(facts, positionMs));
      change(next);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onPosition: (listener) => {
      positionListeners.add(listener);
      return () => positionListeners.delete(listener);
    },
  };
}

function take(facts: SnapshotFacts, before: PlayerSnapshot): PlayerSnapshot {
  return {
    timeline: sameTimeline(before.timeline, facts.timeline),
    clips: facts.clips,
    clip: facts.clip,
    phase: phaseOf(facts),
    shownFrame: facts.seen.shownFrame,
    agreement: agreementOf(facts),
    isInStep: isInStep(facts),
    picture: facts.seen.state,
    loading: loadingOf(facts, before.loading),
    cover: facts.cover,
    gate: facts.gate,
    view: facts.view,
    loopFrom: facts.loopFrom,
    isOnOwn: facts.isOnOwn,
    link: facts.connection.link().kind,
    isSeated: isSeated(facts.connection),
    refused: facts.refused,
  };
}

function phaseOf(facts: SnapshotFacts): PlayerPhase {
  const { timeline, clip, seen } = facts;
  if (timeline === null || clip === null) return "empty";
  if (facts.gate !== null) return "waiting";
  if (seen.state === "loading") return "loading";
  const atRest = seen.shownFrame === null ? "pausing" : "paused";
  if (facts.mustRest) return atRest;
  if (timeline.motion.kind === "paused") return facts.isPlayPending ? "starting" : atRest;
  return seen.linePhase === "approaching" ? "starting" : "playing";
}

function positionOf(facts: SnapshotFacts, beforeMs: number): number {
  const { timeline, clip, connection, seen } = facts;
  if (timeline === null || clip === null) return 0;
  if (timeline.motion.kind === "paused") return frameStartMs(clip.media, timeline.motion.frame);
  if (facts.mustRest && seen.lastFrame !== null) return frameStartMs(clip.media, seen.lastFrame);
  const nowMs = connection.clock.estimatedServerNowMs();
  const positionMs = positionAt(timeline, clip.media, nowMs);
  return Math.abs(positionMs - beforeMs) < positionEveryMs / 2 ? beforeMs : positionMs;
}

/** "Together" is believed only for the present revision, with nothing on its way and the frame on this screen too. */
function agreementOf(facts: SnapshotFacts): PlayerAgreement {
  const { confirmed, connection, seen } = facts;
  if (confirmed?.motion.kind !== "paused") return null;
  if (facts.timeline !== confirmed || connection.link().kind !== "here") return "waiting";
  const isKnown = seen.shownFrame !== null;
  if (isKnown && seen.shownFrame !== confirmed.motion.frame) return "differs";
  const told = toldOf(confirmed, connection);
  return told === "together" && !isKnown ? "waiting" : told;
}

/** What the room says of this very revision. */
function toldOf({ epoch, revision }: Timeline, connection: RoomConnection): PlayerAgreement {
  const told = connection.latest("playback:agreed");
  return told?.epoch === epoch && told.revision === revision ? told.state : "waiting";
}

function isInStep({ timeline, clip, seen }: SnapshotFacts): boolean {
  if (timeline?.motion.kind !== "playing" || clip === null || seen.errorMs === null) return false;
  const frames = clip.media.framesMs.length;
  const frameMs = clip.media.durationMs / Math.max(1, frames) / timeline.rate;
  return Math.abs(seen.errorMs) <= frameMs;
}

function isSeated(connection: RoomConnection): boolean {
  return connection.latest("seat:moved") === null
    ? (connection.latest("room:welcomed")?.seated ?? true)
    : false;
}

function loadingOf(
  { clips, loader }: SnapshotFacts,
  before: PlayerSnapshot["loading"],
): PlayerSnapshot["loading"] {
  const entries = clips.map((clip): [string, ClipLoading] => [
    clip.clipId,
    loader.loadingOf(clip.clipId),
  ]);
  const isSame =
    entries.length === Object.keys(before).length &&
    entries.every(([clipId, loading]) => before[clipId] === loading);
  return isSame ? before : Object.fromEntries(entries);
}

function sameTimeline(before: Timeline | null, next: Timeline | null): Timeline | null {
  return JSON.stringify(before) === JSON.stringify(next) ? before : next;
}
