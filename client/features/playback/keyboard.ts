import type { KeyPress } from "#client/lib/key-places.ts";
import type { TextId } from "#client/text/en.ts";

/** What a key asks to look closely. */
export type LookAction =
  | { readonly kind: "zoom"; readonly by: -1 | 0 | 1 }
  | { readonly kind: "again" | "loop-from" | "loop-to" | "loop-off" };

/** What a key asks of the picture: for both, or for oneself alone while one looks on one's own. */
export type MoveAction =
  | LookAction
  | { readonly kind: "toggle" }
  | { readonly kind: "skip"; readonly byMs: number }
  | { readonly kind: "step"; readonly frames: number }
  | { readonly kind: "clip"; readonly number: number }
  | { readonly kind: "speed"; readonly by: -1 | 1 }
  | { readonly kind: "moment"; readonly by: -1 | 1 }
  | { readonly kind: "repeat" };

/** What a key asks for oneself, whoever one is. */
export interface PageAction {
  readonly kind:
    | "own"
    | "large"
    | "cover"
    | "captions"
    | "descriptions"
    | "to-board"
    | "to-video"
    | "keys";
}

/** What a key can ask for; the page decides what each does. */
export type KeyAction = MoveAction | { readonly kind: "hold" | "point" } | PageAction;

const actions: Readonly<Record<string, KeyAction>> = {
  " ": { kind: "toggle" },
  k: { kind: "toggle" },
  j: { kind: "skip", byMs: -2_000 },
  l: { kind: "skip", byMs: 2_000 },
  ",": { kind: "step", frames: -1 },
  ".": { kind: "step", frames: 1 },
  "<": { kind: "speed", by: -1 },
  ">": { kind: "speed", by: 1 },
  "[": { kind: "moment", by: -1 },
  "]": { kind: "moment", by: 1 },
  r: { kind: "repeat" },
  "shift+r": { kind: "again" },
  i: { kind: "loop-from" },
  o: { kind: "loop-to" },
  u: { kind: "loop-off" },
  "+": { kind: "zoom", by: 1 },
  "=": { kind: "zoom", by: 1 }, // where + needs Shift
  "-": { kind: "zoom", by: -1 },
  "0": { kind: "zoom", by: 0 },
  p: { kind: "point" },
  g: { kind: "own" },
  f: { kind: "large" },
  x: { kind: "cover" },
  c: { kind: "captions" },
  d: { kind: "descriptions" },
  h: { kind: "hold" },
  b: { kind: "to-board" },
  v: { kind: "to-video" },
  "?": { kind: "keys" },
};

/** The list behind `?`, in its order. */
export const keyList: readonly { readonly keys: string; readonly does: TextId }[] = [
  { keys: "Space, K", does: "playback.key-play" },
  { keys: "J, L", does: "playback.key-skip" },
  { keys: ", .", does: "playback.key-step" },
  { keys: "← →", does: "playback.key-scrub" },
  { keys: "Home, End", does: "playback.key-ends" },
  { keys: "< >", does: "playback.key-speed" },
  { keys: "X", does: "playback.key-cover" },
  { keys: "M", does: "call.key-microphone" },
  { keys: "E", does: "call.key-camera" },
  { keys: "H", does: "playback.key-hold" },
  { keys: "[ ]", does: "playback.key-moments" },
  { keys: "1-9", does: "playback.key-clip" },
  { keys: "1-6", does: "board.key.principle" },
  { keys: "Alt+↑ ↓", does: "board.key.move" },
  { keys: "Ctrl+Z", does: "board.key.undo" },
  { keys: "R", does: "playback.key-repeat" },
  { keys: "Shift+R", does: "playback.key-again" },
  { keys: "I, O", does: "playback.key-loop" },
  { keys: "U", does: "playback.key-loop-off" },
  { keys: "+ - 0", does: "playback.key-zoom" },
  { keys: "← ↑ ↓ →", does: "playback.key-pan" },
  { keys: "P", does: "playback.key-point" },
  { keys: "G", does: "playback.key-own" },
  { keys: "C", does: "described.key-captions" },
  { keys: "D", does: "described.key-descriptions" },
  { keys: "F", does: "playback.key-large" },
  { keys: "B", does: "playback.key-board" },
  { keys: "V", does: "playback.key-video" },
  { keys: "F6, Shift+F6", does: "playback.key-regions" },
  { keys: "Esc", does: "playback.key-leave-field" },
  { keys: "Ctrl+Enter", does: "playback.key-play-field" },
  { keys: "?", does: "playback.key-help" },
];

/** Held down, only these go on; a cover or a play pressed once is meant once. */
const repeating = new Set<KeyAction["kind"]>(["skip", "step", "zoom"]);

/**
 * What a key press outside text fields asks for, or null. `isOnControl`: Space then does what that
 * control does.
 */
export function actionOf(press: KeyPress, isOnControl: boolean): KeyAction | null {
  const hasModifier = press.ctrlKey || press.metaKey || press.altKey;
  if (hasModifier || (press.key === " " && isOnControl)) return null;
  const action = meaningOf(press);
  return action !== null && press.repeat && !repeating.has(action.kind) ? null : action;
}

function meaningOf({ key, shiftKey }: KeyPress): KeyAction | null {
  if (/^[1-9]$/.test(key)) return { kind: "clip", number: Number(key) };
  if (!/^[a-z]$/i.test(key)) return actions[key] ?? null;
  const letter = key.toLowerCase();
  return actions[shiftKey ? `shift+${letter}` : letter] ?? null;
}
