import { describe, expect, test } from "vitest";
import { duckingsOf } from "#tests/helpers/call-ducking.ts";
import { longestGapMs } from "#tests/helpers/call-ear.ts";
import { flowWords, loudnessDb } from "#tests/helpers/call-sight.ts";
import type { Flow } from "#tests/helpers/call-sight.ts";
import { callRows } from "./call-rows.ts";
import { delays } from "./ear-scene.ts";

const spell = (fromMs: number, toMs = fromMs + 100) => ({ fromMs, toMs });

function flow(parts: Partial<Flow>): Flow {
  const counts = { packets: 0, bytes: 0, frames: 0, energy: 0, heardSeconds: 0, frozenSeconds: 0 };
  return { id: "1 a", kind: "audio", way: "udp direct", ...counts, ...parts };
}

describe("what the call's trials and benchmarks judge by", () => {
  test("a voice counts as coming only while packets bring sound, a face only while pictures are decoded", () => {
    const before = [flow({}), flow({ id: "1 v", kind: "video" })];
    const silent = [flow({ packets: 30 }), flow({ id: "1 v", kind: "video", packets: 30 })];
    const coming = [
      flow({ packets: 30, energy: 0.01 }),
      flow({ id: "1 v", kind: "video", packets: 30, frames: 12 }),
    ];

    expect(flowWords(before, silent)).toBe("0 voices, 0 faces by no way");
    expect(flowWords(before, coming)).toBe("1 voices, 1 faces by udp direct");
    expect(flowWords(coming, coming)).toBe("0 voices, 0 faces by no way");
  });

  test("how loud a voice was is told over the time between two looks", () => {
    const before = [flow({ energy: 1, heardSeconds: 10 })];

    expect(loudnessDb(before, [flow({ energy: 1.02, heardSeconds: 12 })])).toBeCloseTo(-20);
    expect(loudnessDb(before, [flow({ energy: 1, heardSeconds: 12 })])).toBe(-Infinity);
  });

  test("the longest gap counts the silence before the first sound and after the last", () => {
    expect(longestGapMs({ others: [spell(300), spell(600)], deaf: [] }, spell(0, 1_000))).toBe(300);
    expect(longestGapMs({ others: [spell(100), spell(900)], deaf: [] }, spell(0, 1_000))).toBe(700);
    expect(longestGapMs({ others: [], deaf: [] }, spell(0, 1_000))).toBe(1_000);
    expect(longestGapMs({ others: [], deaf: [spell(200, 900)] }, spell(0, 1_000))).toBe(200);
  });

  test("how far and how soon the clip gave way is read from its volume, and only of speech it came back from", () => {
    const volumes = [
      { atMs: 0, volume: 0.8 },
      { atMs: 1_050, volume: 0.4 },
      { atMs: 1_150, volume: 0.2 },
      { atMs: 3_000, volume: 0.5 },
      { atMs: 3_400, volume: 0.8 },
      { atMs: 9_100, volume: 0.2 },
    ];
    const [ducking, ...others] = duckingsOf({ own: [], others: [], deaf: [], volumes }, [
      spell(1_000, 2_000),
      spell(9_000, 9_500),
    ]);

    expect(others).toEqual([]);
    expect(ducking).toMatchObject({ softMs: 150, backMs: 1_400 });
    expect(ducking?.byDb).toBeCloseTo(12.04);
  });

  test("each mark is matched with the next sound in the ear, and one that never came is endless", () => {
    const mouth = [spell(0), spell(1_000), spell(2_000), spell(3_000)];

    expect(delays(mouth, [spell(1_060), spell(3_070)], 500)).toEqual([60, Infinity]);
  });

  test("a clip that gave way too late on one side is not met, on the other it is", () => {
    const soon = { softMs: 150, backMs: 900, byDb: 12 };
    const rows = callRows(
      { duckDirect: { speaker: [soon], listener: [{ ...soon, softMs: 240 }] } },
      true,
    );

    expect(rows.map(({ verdict }) => verdict)).toEqual(["met", "not met"]);
    expect(callRows({ duckRouter: { speaker: [], listener: [soon] } }, true)[0]?.verdict).not.toBe(
      "met",
    );
  });

  test("what was not measured has no row, and a lost mark never counts as met", () => {
    const rows = callRows({ earDirect: [60, 70, Infinity] }, true);

    expect(rows.map(({ verdict }) => verdict)).toEqual(["not met"]);
    expect(rows[0]?.found).toContain("1 lost");
  });
});
