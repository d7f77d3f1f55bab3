import type { KeyAction } from "#client/features/playback/keyboard.ts";
import type { ClipPlayer } from "#client/features/playback/clip-player.ts";
import type { Moments } from "./use-moments.ts";

/** What keys can reach in the room. */
export interface KeyTargets {
  readonly player: ClipPlayer;
  readonly mayCommand: boolean;
  readonly moments: Moments;
  readonly setLarge: (change: (isLarge: boolean) => boolean) => void;
  readonly showKeys: () => void;
}

/** Does what a key asks for. Somebody who only watches may cover, enlarge and move about. */
export function doKey(action: KeyAction, targets: KeyTargets): void {
  const { player, mayCommand, moments } = targets;
  const { cover } = player.snapshot();
  switch (action.kind) {
    case "cover":
      return cover.isByMe ? player.uncover() : player.cover();
    case "large":
      return targets.setLarge((isLarge) => !isLarge);
    case "keys":
      return targets.showKeys();
    case "to-board":
      return document.getElementById("board")?.focus();
    case "to-video":
      return document.getElementById("video")?.focus();
    default:
      if (mayCommand) command(action, player, moments);
  }
}

type Command = Exclude<
  KeyAction,
  { readonly kind: "cover" | "large" | "keys" | "to-board" | "to-video" }
>;

function command(action: Command, player: ClipPlayer, moments: Moments): void {
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
    case "hold":
      return moments.hold();
    default:
      return undefined;
  }
}
