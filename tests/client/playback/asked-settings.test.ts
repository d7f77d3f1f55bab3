import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { askedSettings } from "#client/features/playback/predicted-timeline.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";
import type { Timeline } from "#shared/playback/timeline.ts";

const confirmed: Timeline = {
  epoch: randomUUID(),
  revision: 4,
  clipId: clipIdSchema.parse(randomUUID()),
  clipRev: "a".repeat(64),
  motion: { kind: "playing", fromFrame: 0, startsAtServerMs: 0 },
  rate: 1,
  repeat: false,
  loop: null,
  cause: { kind: "play", by: null },
};

it("[PB7] counts a speed and a repeat on their way, so that two quick presses are two steps", () => {
  const awaited = [
    { kind: "rate", rate: 0.75 },
    { kind: "repeat", repeat: true },
    { kind: "rate", rate: 0.5 },
  ] as const;

  expect(askedSettings(confirmed, awaited)).toEqual({ rate: 0.5, repeat: true });
  expect(askedSettings(confirmed, [{ kind: "play" }])).toEqual({ rate: 1, repeat: false });
});
