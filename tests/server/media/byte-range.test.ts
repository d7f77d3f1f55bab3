import { expect, it } from "vitest";
import { parseRange } from "#server/media/byte-range.ts";

const part = (start: number, end: number) => ({ kind: "part", start, end });

it.each([
  ["bytes=0-99", part(0, 99)],
  ["bytes=500-", part(500, 999)],
  ["bytes=-1", part(999, 999)],
  ["bytes=-5000", part(0, 999)],
  ["bytes=990-5000", part(990, 999)],
  ["bytes=0-0", part(0, 0)],
  ["bytes=1000-", { kind: "unsatisfiable" }],
  ["bytes=5000-6000", { kind: "unsatisfiable" }],
  ["bytes=-0", { kind: "unsatisfiable" }],
  [undefined, { kind: "whole" }],
  ["", { kind: "whole" }],
  ["bytes=-", { kind: "whole" }],
  ["bytes=9-3", { kind: "whole" }],
  ["bytes=0-1,5-9", { kind: "whole" }],
  ["lines=0-1", { kind: "whole" }],
  ["bytes=a-b", { kind: "whole" }],
])("[MD9] the range %j of 1000 bytes is understood", (header, expected) => {
  expect(parseRange(header, 1000)).toEqual(expected);
});
