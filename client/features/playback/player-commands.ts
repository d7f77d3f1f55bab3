import type { ClipId, ObservationId } from "#shared/domain/ids.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Point, View } from "#shared/playback/view.ts";
import type { PlaybackRate } from "#shared/playback/timeline.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";

/** What came of holding a moment. */
export type HeldMoment = Result<
  { observationId: ObservationId; created: boolean },
  Refusal | "no-answer"
>;

/** What a person can do with the picture they share. Nothing here waits for the network before it is seen. */
export interface PlayerCommands {
  play(): void;
  pause(): void;
  toggle(): void;
  seekToFrame(frame: number): void;
  /** By frames, at rest only. */
  step(frames: number): void;
  skip(byMs: number): void;
  setRate(rate: PlaybackRate): void;
  /** To the next slower (-1) or faster (1) speed there is. */
  changeSpeed(by: -1 | 1): void;
  setRepeat(repeat: boolean): void;
  toggleRepeat(): void;
  /** A loop begins at the frame on screen; its end is still to be chosen. */
  loopFromHere(): void;
  /** The loop ends at the frame on screen and begins to play over and over. */
  loopToHere(): void;
  /** The loop with its ends moved. */
  setLoop(loop: { readonly firstFrame: number; readonly lastFrame: number }): void;
  letGoOfLoop(): void;
  /** The last three seconds at half speed, over and over. */
  again(): void;
  /** Closer, further or elsewhere, for both; seen at once, sent at most 15 times a second. */
  setView(view: View): void;
  /** My ring on the picture; null takes it away. Sent at most 20 times a second. */
  pointAt(at: Point | null): void;
  /** Off the shared timeline: what I press moves only my own picture. */
  lookOnMyOwn(): void;
  /** To where the others are. */
  backTogether(): void;
  /** Starts, or goes on, without those who are awaited. */
  goOnWithout(): void;
  openClip(clipId: ClipId): void;
  /** To a held moment, in whichever clip it is. */
  visit(clipId: ClipId, frame: number): void;
  cover(): void;
  uncover(): void;
  /** Pauses both on this frame and opens one observation. */
  holdMoment(): Promise<HeldMoment>;
  /** In answer to a tap, when the browser wanted one. */
  unblock(): void;
}
