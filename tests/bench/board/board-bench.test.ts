import * as Y from "yjs";
import { describe, expect, it } from "vitest";
import { targetRows } from "./board-rows.ts";
import type { AllFound } from "./board-rows.ts";
import { createContains } from "./contained.ts";
import { fence, hear, syncFrame } from "./dialect.ts";
import { encode, number, words } from "#tests/trials/forge-update.ts";

const load = (p50Ms: number, p99Ms: number) => {
  return { perSecond: 2_000, rooms: 200, p50Ms, p99Ms, arrivedShare: 1, cpuShare: 0.5 };
};
const loads = (p50Ms: number, saturationPerSecond: number) => {
  return { small: load(p50Ms, 9), large: load(p50Ms, 30), saturationPerSecond };
};
const verdictOf = (found: AllFound, quantity: string) =>
  targetRows(found, true).find((row) => row.quantity.startsWith(quantity))?.verdict;

describe("the rows of the board's benchmark", () => {
  it("[BD34] nothing is met that was not measured", () => {
    expect(new Set(targetRows({}, true).map(({ verdict }) => verdict))).toEqual(
      new Set(["not measured"]),
    );
  });

  it("[BD34] ours is held to the issue's numbers beside the others of the same run", () => {
    const rivals: AllFound = {
      "y-websocket": { loads: loads(1, 2_000) },
      hocuspocus: { loads: loads(1, 4_000) },
    };
    const found = (p50Ms: number, rate: number): AllFound => {
      return { ...rivals, ours: { loads: loads(p50Ms, rate) } };
    };

    expect(verdictOf(found(4, 4_000), "p50 at 25 rooms")).toBe("met");
    expect(verdictOf(found(4.1, 4_000), "p50 at 25 rooms")).toBe("not met");
    expect(verdictOf(found(4, 4_000), "highest rate")).toBe("met");
    expect(verdictOf(found(4, 3_000), "highest rate")).toBe("not met");
  });

  it("[BD34] one lost edit is a miss, and so is a room that never answers again", () => {
    const kill = { displayed: 9, acknowledged: 1, acknowledgedLost: 0, syncedTooEarly: 0 };
    const hostile = { "a frame": Infinity };

    expect(verdictOf({ ours: { kill: { ...kill, displayedLost: 0 } } }, "kill -9")).toBe("met");
    expect(verdictOf({ ours: { kill: { ...kill, displayedLost: 1 } } }, "kill -9")).toBe("not met");
    expect(verdictOf({ ours: { hostile } }, "others wait")).toBe("not met");
  });
});

describe("what counts as lost", () => {
  it("[BD37] an update is there only with every letter and every deletion of it", () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    doc.getText("t").insert(0, "abc");
    doc.getText("t").delete(1, 1);
    const [insert = new Uint8Array(), removal = new Uint8Array()] = updates;
    const half = new Y.Doc();
    Y.applyUpdate(half, insert);

    const contains = [half, doc].map((each) => createContains(each));

    expect(contains.map((has) => has(insert))).toEqual([true, true]);
    expect(contains.map((has) => has(removal))).toEqual([false, true]);
    expect(createContains(new Y.Doc())(insert)).toBe(false);
  });
});

describe("the dialects", () => {
  const bytes = Uint8Array.of(7, 8);

  it("[BD38] a frame is read as it was written, with the document's name for Hocuspocus", () => {
    for (const dialect of ["y-websocket", "hocuspocus"] as const) {
      const frame = syncFrame(dialect, "room-1", "update", bytes);

      expect(hear(dialect, frame)).toEqual({ kind: "update", bytes });
    }
  });

  it("[BD38] only a fence or a status of what is kept counts as an acknowledgement", () => {
    const status = (kept: number) => encode(words("room-1"), number(8), number(kept));

    expect(hear("y-websocket", fence(3))).toEqual({ kind: "acknowledged", counter: 3 });
    expect(hear("hocuspocus", status(1))).toEqual({ kind: "acknowledged", counter: null });
    expect(hear("hocuspocus", status(0))).toEqual({ kind: "other" });
    expect(hear("y-websocket", encode(number(1), words("")))).toEqual({ kind: "other" });
  });
});
