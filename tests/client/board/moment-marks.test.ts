import { describe, expect, it } from "vitest";
import { endAt, withTurnAt } from "#client/features/board/moment-marks.ts";
import { preciseTime, rangeTime } from "#client/features/board/moment-time.ts";
import { boardLimits } from "#shared/board/board-doc.ts";
import { fail, ok } from "#shared/lib/result.ts";

const anchor = { clipId: "clip", clipRev: "rev", frame: 50 };
const at = (frame: number) => ({ ...anchor, frame });

describe("the end of a moment", () => {
  it("[BS16] is the picture shown, when it comes after the moment", () => {
    expect(endAt(anchor, at(51))).toEqual(ok(51));
  });

  it.each([
    ["no picture", null, "no-picture"],
    ["another clip", { ...anchor, clipId: "other", frame: 60 }, "other-clip"],
    ["another cut of the clip", { ...anchor, clipRev: "later", frame: 60 }, "other-clip"],
    ["the moment itself", at(50), "too-early"],
    ["a picture before it", at(49), "too-early"],
  ] as const)("[BS16] is not %s", (_what, now, reason) => {
    expect(endAt(anchor, now)).toEqual(fail(reason));
  });
});

describe("turns", () => {
  it("[BS17] stand in order, each once, also before the moment", () => {
    expect(withTurnAt([50, 70], anchor, at(60))).toEqual(ok([50, 60, 70]));
    expect(withTurnAt([50, 70], anchor, at(70))).toEqual(ok([50, 70]));
    expect(withTurnAt([], anchor, at(0))).toEqual(ok([0]));
  });

  it("[BS17] are of the moment's clip, and only so many", () => {
    const full = Array.from({ length: boardLimits.turns }, (_, n) => n);

    expect(withTurnAt([], anchor, null)).toEqual(fail("no-picture"));
    expect(withTurnAt([], anchor, { ...at(1), clipId: "other" })).toEqual(fail("other-clip"));
    expect(withTurnAt(full, anchor, at(100))).toEqual(fail("turns-full"));
    expect(withTurnAt(full, anchor, at(3))).toEqual(ok(full));
  });
});

it("[BS16] shows a range by seconds, and by tenths within one second", () => {
  expect(preciseTime(72_440)).toBe("1:12.4");
  expect(rangeTime(12_200, 14_900)).toBe("0:12–0:14");
  expect(rangeTime(12_200, 12_840)).toBe("0:12.2–0:12.8");
});
