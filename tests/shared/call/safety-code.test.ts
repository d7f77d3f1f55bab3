import { expect, it } from "vitest";
import { safetyCodeOf } from "#shared/call/safety-code.ts";

it("[CL28] a safety code is four plain words, one for each byte", () => {
  const code = safetyCodeOf(Uint8Array.of(0, 255, 7, 7, 99));

  expect(code).toEqual(["acorn", "yoghurt", "arrow", "arrow"]);
});
