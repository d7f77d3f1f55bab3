import { expect } from "vitest";
import { withoutTornPairs } from "#shared/board/text-binding.ts";

/** The place at this share (0-1) of a text, between two whole characters, where a browser's caret can stand. */
export function between(text: string, share: number): number {
  const places = [0];
  for (const character of text) places.push((places.at(-1) ?? 0) + character.length);
  return places[Math.floor(share * (places.length - 0.001))] ?? 0;
}

/** Fails unless every character of a text is whole. */
export function expectWhole(text: string): void {
  expect(text).not.toContain("\uFFFD");
  expect(withoutTornPairs(text)).toBe(text);
}
