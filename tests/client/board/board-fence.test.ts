import fc from "fast-check";
import { expect, it } from "vitest";
import {
  fenceAfter,
  hasUnsaved,
  newFence,
  saveStateOf,
  wantsFence,
} from "#client/lib/board-fence.ts";
import type { FenceEvent } from "#client/lib/board-fence.ts";

const open: FenceEvent[] = [{ kind: "connected" }, { kind: "settled" }];
const after = (...events: FenceEvent[]) => events.reduce(fenceAfter, newFence(false));

it("[BS4] says Saved only when the answer covers the last edit", () => {
  const answeredTooEarly = after(
    ...open,
    { kind: "edited" },
    { kind: "fence-sent" },
    { kind: "edited" },
    { kind: "answered", counter: 1 },
  );
  const answered = [
    { kind: "fence-sent" } as const,
    { kind: "answered", counter: 2 } as const,
  ].reduce(fenceAfter, answeredTooEarly as ReturnType<typeof fenceAfter>);

  expect(saveStateOf(answeredTooEarly).kind).toBe("saving");
  expect(saveStateOf(answered).kind).toBe("saved");
});

it("is opening until the first connection, and saved once in step with nothing written", () => {
  expect(saveStateOf(newFence(false)).kind).toBe("opening");
  expect(saveStateOf(after(...open)).kind).toBe("saved");
});

it("keeps words in the tab when the connection is lost, and saves them with a fence of the next one", () => {
  const lost = after(...open, { kind: "edited" }, { kind: "fence-sent" }, { kind: "lost" });
  const backAgain = open.reduce(fenceAfter, lost);

  expect(saveStateOf(lost)).toEqual({ kind: "kept", unsaved: true });
  expect(wantsFence(backAgain)).toBe(true);
  expect(saveStateOf(backAgain).kind).toBe("saving");
});

it("does not count an answer of a connection that is gone", () => {
  const back = open.reduce(
    fenceAfter,
    after(...open, { kind: "edited" }, { kind: "fence-sent" }, { kind: "lost" }),
  );

  const late = fenceAfter(fenceAfter(back, { kind: "fence-sent" }), {
    kind: "answered",
    counter: 1,
  });

  expect(saveStateOf(late).kind).toBe("saving");
});

it("sends no fence before the document has been sent on this connection", () => {
  const connected = after({ kind: "connected" }, { kind: "edited" });

  expect(wantsFence(connected)).toBe(false);
  expect(wantsFence(fenceAfter(connected, { kind: "settled" }))).toBe(true);
});

it("starts as unsaved with words found after a reload", () => {
  const state = open.reduce(fenceAfter, newFence(true));

  expect(hasUnsaved(state)).toBe(true);
  expect(wantsFence(state)).toBe(true);
});

it("says why it stopped and whether words were left", () => {
  const stopped = after(...open, { kind: "edited" }, { kind: "stopped", reason: "diverged" });

  expect(saveStateOf(stopped)).toEqual({ kind: "stopped", reason: "diverged", unsaved: true });
});

it("is never saved while an edit lacks an answered fence of its own connection, in any order of events", () => {
  const event = fc.constantFrom("edited", "connect", "fence", "answer", "lost");
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (names) => {
      let state = newFence(false);
      let linked = false;
      // The model: edits not on disk; what each fence of this connection covers.
      let unsaved = 0;
      let onTheWay: { counter: number; covers: number }[] = [];
      const apply = (next: FenceEvent) => (state = fenceAfter(state, next));
      for (const name of names) {
        if (name === "edited") {
          unsaved += 1;
          apply({ kind: "edited" });
        } else if (name === "connect" && !linked) {
          linked = true;
          open.forEach(apply);
        } else if (name === "fence" && wantsFence(state)) {
          apply({ kind: "fence-sent" });
          onTheWay.push({ counter: state.sent, covers: unsaved });
        } else if (name === "answer") {
          const fence = onTheWay.shift();
          if (fence === undefined) continue;
          unsaved -= fence.covers;
          onTheWay = onTheWay.map((f) => ({ ...f, covers: f.covers - fence.covers }));
          apply({ kind: "answered", counter: fence.counter });
        } else if (name === "lost" && linked) {
          linked = false;
          onTheWay = [];
          apply({ kind: "lost" });
        }

        expect(hasUnsaved(state)).toBe(unsaved > 0);
        expect(saveStateOf(state).kind === "saved").toBe(linked && unsaved === 0);
      }
    }),
    { numRuns: Number(process.env["RUNS"] ?? 300) },
  );
});
