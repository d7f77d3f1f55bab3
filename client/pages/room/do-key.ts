import type {
  KeyAction,
  LookAction,
  MoveAction,
  PageAction,
} from "#client/features/playback/keyboard.ts";
import type { ClipPlayer } from "#client/features/playback/clip-player.ts";
import { zoomStep } from "#client/features/playback/look-keys.ts";
import { assertNever } from "#shared/lib/result.ts";
import { wholeView, zoomView } from "#shared/playback/view.ts";
import type { Moments } from "./use-moments.ts";

/** What keys can reach in the room. */
export interface KeyTargets {
  readonly player: ClipPlayer;
  readonly mayCommand: boolean;
  readonly moments: Moments;
  readonly setLarge: (change: (isLarge: boolean) => boolean) => void;
  readonly setPointing: (change: (isPointing: boolean) => boolean) => void;
  readonly toggleText: (kind: "captions" | "descriptions") => void;
  readonly showKeys: () => void;
}

/** Does what a key asks for. Somebody who only watches may cover, enlarge, move about and look on their own. */
export function doKey(action: KeyAction, targets: KeyTargets): void {
  const { player, mayCommand, moments } = targets;
  switch (action.kind) {
    case "point":
      if (mayCommand) targets.setPointing((isPointing) => !isPointing);
      return;
    case "hold":
      if (mayCommand) moments.hold();
      return;
    case "own":
    case "cover":
    case "large":
    case "captions":
    case "descriptions":
    case "keys":
    case "to-board":
    case "to-video":
      return arrange(action, targets);
    default:
      if (mayCommand || player.snapshot().isOnOwn) move(action, player, moments);
  }
}

/** What everybody may do: cover, look on their own, and move about the page. */
function arrange(action: PageAction, targets: KeyTargets): void {
  const { player, setLarge, showKeys } = targets;
  const { cover, isOnOwn } = player.snapshot();
  switch (action.kind) {
    case "own":
      return isOnOwn ? player.backTogether() : player.lookOnMyOwn();
    case "cover":
      return cover.isByMe ? player.uncover() : player.cover();
    case "large":
      return setLarge((isLarge) => !isLarge);
    case "captions":
    case "descriptions":
      return targets.toggleText(action.kind);
    case "keys":
      return showKeys();
    case "to-board":
      return document.getElementById("board")?.focus();
    case "to-video":
      return document.getElementById("video")?.focus();
    default:
      return assertNever(action.kind);
  }
}

function move(action: MoveAction, player: ClipPlayer, moments: Moments): void {
  const { clips } = player.snapshot();
  switch (action.kind) {
    case "toggle":
      return player.toggle();
    case "skip":
      return player.skip(action.byMs);
    case "step":
      return player.step(action.frames);
    case "clip": {
      const clip = clips[action.number - 1];
      return clip === undefined ? undefined : player.openClip(clip.clipId);
    }
    case "speed":
      return player.changeSpeed(action.by);
    case "moment":
      return moments.visitNeighbour(action.by);
    case "repeat":
      return player.toggleRepeat();
    default:
      return look(action, player);
  }
}

function look(action: LookAction, player: ClipPlayer): void {
  switch (action.kind) {
    case "again":
      return player.again();
    case "loop-from":
      return player.loopFromHere();
    case "loop-to":
      return player.loopToHere();
    case "loop-off":
      return player.letGoOfLoop();
    case "zoom": {
      const { view } = player.snapshot();
      return player.setView(action.by === 0 ? wholeView : zoomView(view, zoomStep ** action.by));
    }
    default:
      return assertNever(action);
  }
}
