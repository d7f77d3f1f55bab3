import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { closedTitle, DoorClosed } from "#client/features/joining/DoorClosed.tsx";
import type { ClosedDoor } from "#client/features/joining/DoorClosed.tsx";
import { soundLevel } from "#client/lib/sound-level.ts";
import { reviewIdSchema } from "#shared/domain/ids.ts";
import type { WayIn } from "#shared/protocol/http-api.ts";

const noonMs = new Date(2026, 10, 22, 12).getTime();
const hourMs = 3_600_000;

const wayIn: WayIn = {
  reviewId: reviewIdSchema.parse("4f9c1a0e-31d4-4d52-9a1c-0f6c6f2a7b11"),
  guestName: "Callum",
  guiderName: "Nadia",
  role: "practitioner",
  when: "open",
  startsAtMs: noonMs + 4 * hourMs,
  opensAtMs: noonMs + 3.5 * hourMs,
  closesAtMs: noonMs + 8 * hourMs,
  clipCount: 3,
  seat: "link",
};

function wordsAt(door: ClosedDoor): string {
  const closed = (
    <DoorClosed door={door} wayIn={wayIn} nowMs={noonMs} onTryAgain={() => undefined} />
  );
  return `${closedTitle(door, wayIn)} ${renderToStaticMarkup(closed)}`;
}

describe("a door that does not open now", () => {
  it("[SC6] tells an early guest when to come back", () => {
    expect(wordsAt("early")).toContain("You are early, Callum");
    expect(wordsAt("early")).toContain("today at 16:00");
    expect(wordsAt("early")).toContain("today at 15:30");
  });

  it.each(["late", "revoked", "ended", "locked"] as const)(
    "[SC6] tells a guest at a door that is %s whom to ask",
    (door) => {
      expect(wordsAt(door)).toContain("Nadia");
    },
  );

  it("[SC6] offers to try again only where that can help", () => {
    const offering = (["early", "locked", "late", "revoked", "ended"] as const).filter((door) =>
      wordsAt(door).includes("Try again"),
    );

    expect(offering).toEqual(["early", "locked"]);
  });
});

describe("the microphone's level", () => {
  it("[SC6] is still in silence, moves with quiet speech, and ends at the end of the bar", () => {
    const samplesAt = (loudness: number) => new Float32Array(512).fill(loudness);

    expect(soundLevel(samplesAt(0))).toBe(0);
    expect(soundLevel(samplesAt(0.05))).toBeGreaterThan(0.3);
    expect(soundLevel(samplesAt(1))).toBe(1);
    expect(soundLevel(new Float32Array())).toBe(0);
  });
});
