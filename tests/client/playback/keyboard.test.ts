import { expect, it } from "vitest";
import { actionOf, keyList } from "#client/features/playback/keyboard.ts";
import type { KeyPress } from "#client/lib/key-places.ts";

function press(key: string, changes: Partial<KeyPress> = {}): KeyPress {
  const modifiers = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return { key, ...modifiers, repeat: false, ...changes };
}

it("[PB21] knows every key of the list", () => {
  const kinds = [" ", "k", "K", "j", "l", ",", ".", "x", "h", "[", "]", "r", "f", "b", "v"].map(
    (key) => actionOf(press(key), false)?.kind,
  );

  expect(kinds).toEqual([
    "toggle",
    "toggle",
    "toggle",
    "skip",
    "skip",
    "step",
    "step",
    "cover",
    "hold",
    "moment",
    "moment",
    "repeat",
    "large",
    "to-board",
    "to-video",
  ]);
  expect(actionOf(press("?", { shiftKey: true }), false)).toEqual({ kind: "keys" });
  expect(actionOf(press("<", { shiftKey: true }), false)).toEqual({ kind: "speed", by: -1 });
  expect(actionOf(press("3"), false)).toEqual({ kind: "clip", number: 3 });
  expect(keyList.length).toBeGreaterThan(10);
});

it("[PB21] leaves Space to the control it is on, and a browser's own keys to the browser", () => {
  expect(actionOf(press(" "), true)).toBeNull();
  expect(actionOf(press("k"), true)).toEqual({ kind: "toggle" });
  expect(actionOf(press("r", { ctrlKey: true }), false)).toBeNull();
  expect(actionOf(press("f", { metaKey: true }), false)).toBeNull();
  expect(actionOf(press("K", { shiftKey: true }), false)).toBeNull();
});

it("[PB21] takes a held key as many steps but as one play", () => {
  expect(actionOf(press(".", { repeat: true }), false)).toEqual({ kind: "step", frames: 1 });
  expect(actionOf(press("k", { repeat: true }), false)).toBeNull();
  expect(actionOf(press("x", { repeat: true }), false)).toBeNull();
});

it("[PB45] has a key for everything that looks closely", () => {
  expect(actionOf(press("R", { shiftKey: true }), false)).toEqual({ kind: "again" });
  expect(["i", "o", "u", "p", "g"].map((key) => actionOf(press(key), false)?.kind)).toEqual([
    "loop-from",
    "loop-to",
    "loop-off",
    "point",
    "own",
  ]);
  expect(["+", "=", "-", "0"].map((key) => actionOf(press(key), false))).toEqual(
    [1, 1, -1, 0].map((by) => ({ kind: "zoom", by })),
  );
  const listed = keyList.map(({ keys }) => keys).join(" ");
  for (const key of ["Shift+R", "I, O", "U", "+ - 0", "P", "G", "F6"]) {
    expect(listed).toContain(key);
  }
});
