import type { KeyPress } from "#client/lib/key-places.ts";
import type { TextId } from "#client/text/en.ts";

/** What a key asks for in the studio. */
export type StudioAction =
  | { readonly kind: "toggle" }
  | { readonly kind: "play-clip" | "keys" | "mark-again" }
  | { readonly kind: "step"; readonly pictures: -1 | 1 }
  | { readonly kind: "skip"; readonly byMs: number }
  | { readonly kind: "rate"; readonly by: -1 | 1 }
  | { readonly kind: "set-end" | "go-to-end"; readonly end: "start" | "end" }
  | { readonly kind: "mark"; readonly lane: "child" | "adult" }
  | { readonly kind: "name-mark"; readonly number: number }
  | { readonly kind: "zoom"; readonly by: -1 | 1 };

const actions: Readonly<Record<string, StudioAction>> = {
  " ": { kind: "toggle" },
  k: { kind: "toggle" },
  j: { kind: "skip", byMs: -2_000 },
  l: { kind: "skip", byMs: 2_000 },
  ",": { kind: "step", pictures: -1 },
  ".": { kind: "step", pictures: 1 },
  "<": { kind: "rate", by: -1 },
  ">": { kind: "rate", by: 1 },
  i: { kind: "set-end", end: "start" },
  o: { kind: "set-end", end: "end" },
  "shift+i": { kind: "go-to-end", end: "start" },
  "shift+o": { kind: "go-to-end", end: "end" },
  enter: { kind: "play-clip" },
  n: { kind: "mark-again" },
  c: { kind: "mark", lane: "child" },
  a: { kind: "mark", lane: "adult" },
  "+": { kind: "zoom", by: 1 },
  "=": { kind: "zoom", by: 1 }, // where + needs Shift
  "-": { kind: "zoom", by: -1 },
  "?": { kind: "keys" },
};

/** The list behind `?`, in its order. */
export const studioKeyList: readonly { readonly keys: string; readonly does: TextId }[] = [
  { keys: "Space, K", does: "studio.key.toggle" },
  { keys: ", .", does: "studio.key.step" },
  { keys: "J, L", does: "studio.key.skip" },
  { keys: "< >", does: "studio.key.rate" },
  { keys: "I, O", does: "studio.key.ends" },
  { keys: "Shift+I, O", does: "studio.key.go" },
  { keys: "Enter", does: "studio.key.clip" },
  { keys: "C, A", does: "studio.key.mark" },
  { keys: "N", does: "studio.key.again" },
  { keys: "1-9", does: "studio.key.name" },
  { keys: "+ -", does: "studio.key.zoom" },
  { keys: "F6, Shift+F6", does: "playback.key-regions" },
  { keys: "?", does: "playback.key-help" },
];

/** Held down, only these go on. */
const repeating = new Set<StudioAction["kind"]>(["step", "skip"]);

/**
 * What a key press outside text fields asks for, or null. `isOnControl`: Space and Enter then do what that
 * control does.
 */
export function studioActionOf(press: KeyPress, isOnControl: boolean): StudioAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (isOnControl && (press.key === " " || press.key === "Enter")) return null;
  const action = meaningOf(press);
  return action !== null && press.repeat && !repeating.has(action.kind) ? null : action;
}

function meaningOf({ key, shiftKey }: KeyPress): StudioAction | null {
  if (/^[1-9]$/.test(key)) return { kind: "name-mark", number: Number(key) };
  const name = key.length === 1 && !/[a-z]/i.test(key) ? key : key.toLowerCase();
  return actions[shiftKey && /^[a-z]$/.test(name) ? `shift+${name}` : name] ?? null;
}
