import { clampFrame, frameAt, frameMiddleMs } from "#shared/playback/frames.ts";
import type { FrameTable } from "#shared/playback/frames.ts";
import type { Picture, PresentedFrame, Time } from "./surroundings.ts";

/**
 * Brings the picture to rest on one frame and looks what is really shown, for as long as it rests. It
 * seeks to the frame's middle, reads what was presented, tries once more 1 ms to the side, and then says
 * honestly what is on the screen. Where that is another frame it goes on trying a few places beside: some
 * browsers (Chromium 150, with frames of uneven length) show a frame only from a place near its end or just
 * after it. A picture that moves afterwards, by whatever hand, is said to differ at once and put right a
 * moment later.
 */
export interface FrameHolder {
  /** Rests on `frame`. Asking for the frame it is on already does nothing. */
  hold(frame: number, table: FrameTable): void;
  /** Forgets what was read, so that the next `hold` looks again. */
  release(): void;
  /** The frame read from the screen, null while it is not known yet. */
  shownFrame(): number | null;
  handleFrame(frame: PresentedFrame): void;
  handleSeeked(): void;
}

/** What a holder drives and reads. */
export interface FrameHolderParts {
  readonly picture: Picture;
  readonly time: Time;
  readonly isVisible: () => boolean;
  /** The last picture presented of this clip, null before the first. */
  readonly lastFrame: () => number | null;
  /** It has become known, or has changed, what is on the screen. */
  readonly onShown: () => void;
}

interface Hold {
  readonly frame: number;
  readonly table: FrameTable;
  readonly attempt: number;
  /** Where the last seek went. */
  readonly soughtMs: number;
  /** Where the place has to lie that shows the frame: a seek before it shows an earlier one, after it a later. */
  readonly between: { readonly fromMs: number; readonly toMs: number };
  /** `queued` waits for the seek under way before its own, `looking` for a picture after it. */
  readonly stage: "queued" | "seeking" | "looking" | "read";
  /** Presented since the stage of `seeking` began. */
  readonly seen: number | null;
  /** Read from the screen; stays while a moved picture is being put right. */
  readonly shown: number | null;
}

const lookForMs = 200;
const seekForMs = 2_000;
/** A seek just over gets this long to show its picture before the next one begins. */
const showForMs = 40;
/** A moved picture stays as it is for so long that it can be seen that it differs. */
const putRightAfterMs = 300;
/** The second is 1 ms aside; each one after it halves what is left to search, down to a ms. */
const mostAttempts = 8;

/** One holder for one picture. */
export function createFrameHolder(parts: FrameHolderParts): FrameHolder {
  const { picture, time, onShown } = parts;
  let hold: Hold | null = null;
  let cancelWait = () => {};

  function wait(forMs: number, run: () => void) {
    cancelWait();
    cancelWait = time.after(forMs, run);
  }

  /** A seek under way is let finish, so that a held key or a drag shows pictures all the way. */
  function begin({ frame, table, shown }: Pick<Hold, "frame" | "table" | "shown">) {
    const soughtMs = frameMiddleMs(table, frame);
    const between = {
      fromMs: frame === 0 ? 0 : frameMiddleMs(table, frame - 1),
      toMs:
        frame === table.framesMs.length - 1 ? table.durationMs : frameMiddleMs(table, frame + 1),
    };
    hold = { frame, table, shown, attempt: 1, soughtMs, between, stage: "queued", seen: null };
    if (!picture.isPaused()) picture.pause();
    if (picture.isSeeking()) wait(seekForMs, seek);
    else seek();
  }

  function seek() {
    if (hold === null) return;
    hold = { ...hold, stage: "seeking", seen: null };
    picture.seek(hold.soughtMs);
    wait(seekForMs, seek);
  }

  function judge(shown: number) {
    if (hold === null) return;
    const isOver = shown === hold.frame || hold.attempt === mostAttempts;
    if (isOver || hold.attempt > 1) {
      cancelWait();
      hold = { ...hold, stage: "read", shown };
      const told = hold;
      onShown();
      if (isOver || hold !== told) return;
    }
    tryBeside(hold, shown);
  }

  function tryBeside(current: Hold, shown: number) {
    const { soughtMs, attempt } = current;
    const isEarly = shown < current.frame;
    const between = { ...current.between, [isEarly ? "fromMs" : "toMs"]: soughtMs };
    const halfwayMs = (between.fromMs + between.toMs) / 2;
    const nextMs = attempt === 1 ? soughtMs + (isEarly ? 1 : -1) : halfwayMs;
    hold = { ...current, attempt: attempt + 1, soughtMs: nextMs, between };
    seek();
  }

  /** No new picture comes when it is the one from before. Nobody looks at a hidden page. */
  function judgeLast() {
    const lastFrame = parts.lastFrame();
    if (lastFrame !== null && parts.isVisible()) judge(lastFrame);
  }

  /** After it was read: what is on the screen is no longer what was left there. */
  function noticeMove(current: Hold, seen: number) {
    if (!picture.isPaused()) picture.pause();
    if (seen === current.shown) return;
    hold = { ...current, shown: seen };
    if (seen === current.frame) cancelWait();
    else wait(putRightAfterMs, () => begin({ ...current, shown: seen }));
    onShown();
  }

  return {
    hold: (wanted, table) => {
      const frame = clampFrame(table, wanted);
      if (hold?.frame !== frame || hold.table !== table) begin({ frame, table, shown: null });
    },
    release: () => {
      cancelWait();
      hold = null;
    },
    shownFrame: () => hold?.shown ?? null,
    handleFrame: (presented) => {
      if (hold === null) return;
      const seen = frameAt(hold.table, presented.mediaTimeMs);
      if (hold.stage === "read") noticeMove(hold, seen);
      else if (hold.stage === "looking") judge(seen);
      else if (hold.stage === "seeking") hold = { ...hold, seen };
      else if (!picture.isSeeking()) seek();
    },
    handleSeeked: () => {
      if (hold === null || picture.isSeeking()) return;
      if (hold.stage === "queued") wait(showForMs, seek);
      if (hold.stage !== "seeking") return;
      hold = { ...hold, stage: "looking" };
      // Before the seek was over only the right picture counts: another may be from the way there.
      if (hold.seen === hold.frame) judge(hold.seen);
      else wait(lookForMs, judgeLast);
    },
  };
}
