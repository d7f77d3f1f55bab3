import { expect, it } from "vitest";
import { refusals as sentences } from "#client/text/en/refusals.ts";
import { inspectClip } from "#server/media/clip-inspection.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import { unusableFilms } from "#tests/helpers/films.ts";
import type { UnusableFilm } from "#tests/helpers/films.ts";

/** What the server alone says of each, whatever page or program sent it. */
const reasons: Record<UnusableFilm, Refusal> = {
  "zero bytes": "clip-not-video",
  "a text renamed": "clip-not-video",
  "sound only": "clip-not-video",
  "one frame": "clip-not-video",
  "16k x 16k": "clip-picture-size",
  "a lying length": "clip-incomplete",
  encrypted: "clip-codec",
  "a playlist": "clip-not-video",
  "a zip": "clip-not-video",
  "an SVG": "clip-not-video",
  truncated: "clip-incomplete",
  "cut off before its tables": "clip-container",
  HEVC: "clip-codec",
};

it("[CP57] every file that is no clip is refused in words that say what to do", async () => {
  const said: Record<string, string> = {};
  for (const [name, make] of Object.entries(unusableFilms)) {
    const bytes = make();
    const found = await inspectClip({
      totalBytes: bytes.length,
      read: async (start, end) => bytes.subarray(start, end + 1),
    });
    said[name] = found.ok ? "accepted" : found.reason;
  }

  expect(said).toEqual(reasons);
  const words: Record<string, string> = sentences;
  for (const reason of Object.values(reasons)) {
    expect(words[`refusal.${reason}`]).toMatch(/choose|save|cut/i);
  }
});
