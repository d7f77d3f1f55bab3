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

it("is opening until the board has arrived, and saved once in step with nothing written", () => {
  expect(saveStateOf(newFence(false)).kind).toBe("opening");
  expect(saveStateOf(after({ kind: "connected" })).kind).toBe("opening");
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

/** What is really on disk, beside the machine: edits not stored, and what each fence on its way covers. */
class Model {
  state = newFence(false);
  linked = false;
  unsaved = 0;
  private onTheWay: { counter: number; covers: number }[] = [];

  readonly steps = {
    edited: () => {
      this.unsaved += 1;
      this.apply({ kind: "edited" });
    },
    connect: () => {
      if (this.linked) return;
      this.linked = true;
      for (const event of open) this.apply(event);
    },
    fence: () => {
      if (!wantsFence(this.state)) return;
      this.apply({ kind: "fence-sent" });
      this.onTheWay.push({ counter: this.state.sent, covers: this.unsaved });
    },
    answer: () => {
      const fence = this.onTheWay.shift();
      if (fence === undefined) return;
      this.unsaved -= fence.covers;
      this.onTheWay = this.onTheWay.map((f) => ({ ...f, covers: f.covers - fence.covers }));
      this.apply({ kind: "answered", counter: fence.counter });
    },
    lose: () => {
      if (!this.linked) return;
      this.linked = false;
      this.onTheWay = [];
      this.apply({ kind: "lost" });
    },
  };

  private apply(event: FenceEvent) {
    this.state = fenceAfter(this.state, event);
  }
}

it("is never saved while an edit lacks an answered fence of its own connection, in any order of events", () => {
  const step = fc.constantFrom("edited", "connect", "fence", "answer", "lose");
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (names) => {
      const model = new Model();
      for (const name of names) {
        model.steps[name]();

        expect(hasUnsaved(model.state)).toBe(model.unsaved > 0);
        expect(saveStateOf(model.state).kind === "saved").toBe(model.linked && model.unsaved === 0);
      }
    }),
    { numRuns: Number(process.env["RUNS"] ?? 300) },
  );
});
