import { clampFrame, frameAt, frameMiddleMs } from "#shared/playback/frames.ts";
import type { FrameTable } from "#shared/playback/frames.ts";
import type { Picture, PresentedFrame, Time } from "./surroundings.ts";

/**
 * Brings the picture to rest on one frame and looks whether that frame is really shown. It seeks to the
 * frame's middle, reads what was presented, tries once more 1 ms to the side, and then says honestly
 * what is on the screen.
 */
export interface FrameHolder {
  /** Rests on `frame`. Asking for the frame it is on already does nothing. */
  hold(frame: number, table: FrameTable): void;
  /** Forgets what was verified, so that the next `hold` looks again. */
  release(): void;
  /** The frame verified to be on the screen, null while it is not known yet. */
  shownFrame(): number | null;
  handleFrame(frame: PresentedFrame): void;
  handleSeeked(): void;
}

interface Hold {
  readonly frame: number;
  readonly table: FrameTable;
  readonly attempt: 1 | 2;
  readonly seeked: boolean;
  /** Read from the picture presented since the seek began. */
  readonly seen: number | null;
  readonly shown: number | null;
}

const lookForMs = 200;
const seekForMs = 2_000;

/** `onShown` is told of each frame once it is known what is on the screen. */
export function createFrameHolder(
  picture: Picture,
  time: Time,
  isVisible: () => boolean,
  onShown: () => void,
): FrameHolder {
  let hold: Hold | null = null;
  let cancelWait = () => {};

  function begin(frame: number, table: FrameTable, attempt: 1 | 2, asideMs: number) {
    cancelWait();
    hold = { frame, table, attempt, seeked: false, seen: null, shown: null };
    if (!picture.isPaused()) picture.pause();
    picture.seek(frameMiddleMs(table, frame) + asideMs);
    cancelWait = time.after(seekForMs, () => begin(frame, table, attempt, asideMs));
  }

  /** With the seek over, one presented picture decides; before, only the right one counts. */
  function judge(current: Hold, shown: number) {
    cancelWait();
    if (shown !== current.frame && current.attempt === 1) {
      begin(current.frame, current.table, 2, shown < current.frame ? 1 : -1);
      return;
    }
    hold = { ...current, shown };
    onShown();
  }

  return {
    hold: (wanted, table) => {
      const frame = clampFrame(table, wanted);
      if (hold === null || hold.frame !== frame || hold.table !== table) begin(frame, table, 1, 0);
    },
    release: () => {
      cancelWait();
      hold = null;
    },
    shownFrame: () => hold?.shown ?? null,
    handleFrame: (presented) => {
      if (hold === null) return;
      const seen = frameAt(hold.table, presented.mediaTimeMs);
      if (hold.shown !== null) return;
      if (hold.seeked) judge(hold, seen);
      else hold = { ...hold, seen };
    },
    handleSeeked: () => {
      if (hold === null || hold.seeked || picture.isSeeking()) return;
      hold = { ...hold, seeked: true };
      if (hold.seen === hold.frame) {
        judge(hold, hold.seen);
        return;
      }
      cancelWait();
      const current = hold;
      // No picture may come when it is the same one as before; nobody looks at a hidden page.
      cancelWait = time.after(lookForMs, () => {
        if (isVisible()) judge(current, frameAt(current.table, picture.positionMs()));
      });
    },
  };
}
