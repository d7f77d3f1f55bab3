import { beforeEach, describe, expect, it } from "vitest";
import { createNudges, nudgePauseMs } from "#client/features/practice/nudges.ts";
import type { Nudges } from "#client/features/practice/nudges.ts";
import { createVirtualTime } from "#tests/helpers/virtual-time.ts";
import type { VirtualTime } from "#tests/helpers/virtual-time.ts";

const path = "observations/a/response";
let time: VirtualTime;
let nudges: Nudges;

beforeEach(() => {
  time = createVirtualTime();
  nudges = createNudges((delayMs, run) => time.after(delayMs, run));
});

/** Writes letter by letter at the end of what stands there. */
function type(words: string, into = { path, standing: "" }) {
  for (let n = 1; n <= words.length; n += 1) {
    const now = into.standing + words.slice(0, n);
    const before = now.slice(0, -1);
    nudges.typed({ path: into.path, before, words: now, caret: now.length });
  }
}

describe("the quiet question", () => {
  it("[BS37] [F4.9] [N4] comes after a pause in typing and not before", async () => {
    type("I should have waited longer.");
    await time.advance(nudgePauseMs - 1);
    const early = nudges.of(path);
    await time.advance(1);

    expect([early, nudges.of(path)]).toEqual([null, "better"]);
  });

  it("[BS37] comes at once when the field is left", () => {
    type("I should have waited longer.");

    nudges.left(path);

    expect(nudges.of(path)).toBe("better");
  });

  it("[BS37] asks nothing about what went well", async () => {
    type("I waited and she came back.");
    await time.advance(nudgePauseMs);

    expect(nudges.of(path)).toBeNull();
  });

  it("[BS37] goes by itself when the sentence is reworded", () => {
    type("I talked too much.");
    nudges.left(path);
    const reworded = "I talked.";
    nudges.typed({ path, before: "I talked too much.", words: reworded, caret: reworded.length });

    expect(nudges.of(path)).toBeNull();
  });

  it("[BS37] never asks about the other's words, nor in the other's field", async () => {
    const theirs = "I failed to notice him. ";
    type("Then he smiled.", { path, standing: theirs });
    await time.advance(nudgePauseMs);

    expect([nudges.of(path), nudges.of("observations/a/feeling")]).toEqual([null, null]);
  });

  it("[BS37] sees every sentence of what was pasted or dictated", () => {
    const pasted = "I talked too much. She came back. He hummed.";
    nudges.typed({ path, before: "", words: pasted, caret: pasted.length });
    nudges.left(path);

    expect(nudges.of(path)).toBe("better");
  });

  it("[BS37] takes its three questions in turn", () => {
    const asked = ["a", "b", "c", "d"].map((name) => {
      type("You talked too much.", { path: name, standing: "" });
      nudges.left(name);
      return nudges.of(name);
    });

    expect(asked).toEqual(["better", "before", "more", "better"]);
  });

  it("[BS37] put away, never comes back in that field, and still comes in others", () => {
    type("I talked too much.");
    nudges.left(path);
    nudges.putAway(path);
    type(" I failed.", { path, standing: "I talked too much." });
    nudges.left(path);
    type("I failed to notice him.", { path: "aims/x/text", standing: "" });
    nudges.left("aims/x/text");

    expect([nudges.of(path), nudges.of("aims/x/text")]).toEqual([null, "before"]);
  });

  it("[BS37] tells its listeners only when there is something to see", () => {
    let told = 0;
    nudges.subscribe(() => (told += 1));
    type("I waited. He hummed.");
    nudges.left(path);
    const quiet = told;
    type(" I got it wrong.", { path, standing: "I waited. He hummed." });
    nudges.left(path);
    nudges.left(path);

    expect([quiet, told]).toEqual([0, 1]);
  });
});
