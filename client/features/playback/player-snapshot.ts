import type { Timeline } from "#shared/playback/timeline.ts";
import type { RoomClip } from "#shared/protocol/http-api.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import type { View } from "#shared/playback/view.ts";
import type { Gate, Member } from "#shared/protocol/room-events.ts";
import type { ClipLoading } from "./clip-loader.ts";
import type { CoverView } from "./cover-keeper.ts";

/**
 * `waiting`: play was pressed, or the film held, and somebody's picture is awaited (see `gate`).
 * `starting`: play was pressed and the common start is near. `pausing`: at rest, and being looked at.
 * `paused`: the frame on the screen has been read.
 */
export type PlayerPhase =
  | "empty"
  | "loading"
  | "waiting"
  | "starting"
  | "playing"
  | "pausing"
  | "paused";

/** Whether all screens have reported the frame of the present revision; null while that is not asked. */
export type PlayerAgreement = "waiting" | "together" | "differs" | null;

/** Everything the screen shows of the player. A new object only when something changed. */
export interface PlayerSnapshot {
  /** As this person should see it: the confirmed one with the commands still on their way. */
  readonly timeline: Timeline | null;
  readonly clips: readonly RoomClip[];
  readonly clip: RoomClip | null;
  readonly phase: PlayerPhase;
  /** The frame read from the picture at rest; null while it moves or is not known. */
  readonly shownFrame: number | null;
  readonly agreement: PlayerAgreement;
  /** Within one frame of the timeline while playing. */
  readonly isInStep: boolean;
  readonly picture: Member["picture"];
  readonly loading: Readonly<Record<string, ClipLoading>>;
  readonly cover: CoverView;
  /** Whom the film waits for; null while it waits for nobody. */
  readonly gate: Gate | null;
  /** The part of the picture on this screen. */
  readonly view: View;
  /** Where a loop shall begin, marked and not yet closed; null without such a mark. */
  readonly loopFrom: number | null;
  /** This person looks on their own: `timeline` is theirs alone. */
  readonly isOnOwn: boolean;
  readonly link: "connecting" | "here" | "lost" | "closed";
  /** This tab has the person's seat. */
  readonly isSeated: boolean;
  readonly refused: Refusal | "no-answer" | null;
}

/** Where the clip is. Told apart from the rest, so that only what shows the place is drawn as it moves. */
export interface PlayerPosition {
  positionMs(): number;
  /** At most five times a second while playing. */
  onPosition(listener: () => void): () => void;
}

/** The same content as before keeps the same object, so that nothing is drawn anew. */
export function sameOrNext(before: PlayerSnapshot, next: PlayerSnapshot): PlayerSnapshot {
  const keys = Object.keys(next) as (keyof PlayerSnapshot)[]; // the keys of this very type
  const isSame = keys.every((key) => {
    if (key !== "cover") return Object.is(before[key], next[key]);
    return JSON.stringify(before.cover) === JSON.stringify(next.cover);
  });
  return isSame ? before : next;
}
