import { describe, expect, it } from "vitest";
import { studioActionOf, studioKeyList } from "#client/features/studio/desk/studio-keys.ts";
import type { KeyPress } from "#client/lib/key-places.ts";

function press(key: string, changes: Partial<KeyPress> = {}): KeyPress {
  const modifiers = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return { key, ...modifiers, repeat: false, ...changes };
}

const asked = (key: string, changes?: Partial<KeyPress>) =>
  studioActionOf(press(key, changes), false);

describe("the studio's keys", () => {
  it("[CP35] moves as in the room, sets both ends, goes to them and plays the clip", () => {
    expect([" ", "K", "j", "l", ",", "."].map((key) => asked(key))).toEqual([
      { kind: "toggle" },
      { kind: "toggle" },
      { kind: "skip", byMs: -2_000 },
      { kind: "skip", byMs: 2_000 },
      { kind: "step", pictures: -1 },
      { kind: "step", pictures: 1 },
    ]);
    expect(["i", "o"].map((key) => asked(key))).toEqual([
      { kind: "set-end", end: "start" },
      { kind: "set-end", end: "end" },
    ]);
    expect(["I", "O"].map((key) => asked(key, { shiftKey: true }))).toEqual([
      { kind: "go-to-end", end: "start" },
      { kind: "go-to-end", end: "end" },
    ]);
    expect(asked("Enter")).toEqual({ kind: "play-clip" });
  });

  it("[CP35] [N5] one key marks in each lane, and a number says what the mark is", () => {
    expect(["c", "a", "n", "4"].map((key) => asked(key))).toEqual([
      { kind: "mark", lane: "child" },
      { kind: "mark", lane: "adult" },
      { kind: "mark-again" },
      { kind: "name-mark", number: 4 },
    ]);
  });

  it("[CP35] signs mean the same wherever a keyboard has them, and the zoom needs no Shift", () => {
    for (const key of ["<", ">", "?", "+"]) {
      expect(asked(key, { shiftKey: true })).toEqual(asked(key));
      expect(asked(key)).not.toBeNull();
    }
    expect(asked("=")).toEqual(asked("+"));
    expect(asked("-")).toEqual({ kind: "zoom", by: -1 });
  });

  it("[CP35] leaves a control its Space and Enter, and the browser its own keys", () => {
    expect([" ", "Enter"].map((key) => studioActionOf(press(key), true))).toEqual([null, null]);
    expect(studioActionOf(press("i"), true)).toEqual({ kind: "set-end", end: "start" });
    expect(asked("c", { ctrlKey: true })).toBeNull();
    expect(asked("a", { metaKey: true })).toBeNull();
    expect(asked(",", { altKey: true })).toBeNull();
    expect(asked("C", { shiftKey: true })).toBeNull();
    expect(asked("Tab")).toBeNull();
  });

  it("[CP35] a held key steps and skips on, and marks once", () => {
    const held = { repeat: true };
    expect([".", "j"].map((key) => asked(key, held)?.kind)).toEqual(["step", "skip"]);
    expect(["c", "i", "k", "+", "1"].map((key) => asked(key, held))).toEqual(Array(5).fill(null));
  });

  it("[CP35] the list behind ? names each thing a key does, once", () => {
    const does = studioKeyList.map((line) => line.does);

    expect(new Set(does).size).toBe(does.length);
    expect(does).toContain("studio.key.ends");
  });
});
