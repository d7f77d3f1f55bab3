import { describe, expect, it } from "vitest";
import { clipFinding, linkFinding } from "#client/features/rehearsal/findings.ts";
import { houseOf } from "#client/lib/house.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";
import type { Rehearsal } from "#shared/protocol/rehearsal-routes.ts";
import { clipStandings } from "#shared/protocol/rehearsal-routes.ts";

const noonMs = Date.UTC(2026, 10, 22, 12);
const hourMs = 3_600_000;
const clipId = clipIdSchema.parse("00000000-0000-4000-8000-000000000001");

const findLink = (
  standing: NonNullable<Rehearsal["link"]>["standing"],
  opensAtMs = noonMs - hourMs,
  closesAtMs = noonMs + 4 * hourMs,
) =>
  linkFinding(
    {
      practitionerName: "Callum",
      startsAtMs: noonMs,
      link: { standing, opensAtMs, closesAtMs },
    },
    noonMs - 2 * hourMs,
  );

describe("the link of a rehearsal", () => {
  it("[CP75] [N13] is green while it is open, or opens in time for the review", () => {
    expect(findLink("open").isGood).toBe(true);
    expect(findLink("early").isGood).toBe(true);
  });

  it("[CP75] [N13] wants a look, with a next step, when it leads nowhere at the start of the review", () => {
    const wanting = [
      linkFinding({ practitionerName: "Callum", startsAtMs: noonMs, link: null }, noonMs),
      findLink("late"),
      findLink("ended"),
      findLink("revoked"),
      findLink("open", noonMs - 2 * hourMs, noonMs - 1),
      findLink("early", noonMs + 1),
    ];

    for (const { isGood, words } of wanting) {
      expect(isGood).toBe(false);
      expect(words).toContain("on the journey page");
    }
    expect(new Set(wanting.map(({ words }) => words)).size).toBe(wanting.length);
  });
});

describe("a clip of a rehearsal", () => {
  it("[CP75] is green when its first picture showed, and says what it waits for in every other case", () => {
    const clip = { clipId, title: "Blocks", missing: ["Ada"] };
    const outcomes = ["not-there", "not-fetched", "not-shown"] as const;

    const shown = clipFinding({ ...clip, standing: "plays" }, 1, "good");
    const wanting = [
      ...clipStandings
        .filter((standing) => standing !== "plays")
        .map((standing) => clipFinding({ ...clip, standing }, 1, "good")),
      ...outcomes.map((outcome) => clipFinding({ ...clip, standing: "plays" }, 1, outcome)),
    ];

    expect(shown.isGood).toBe(true);
    expect(shown.words).toContain("2. Blocks");
    expect(wanting.every(({ isGood }) => !isGood)).toBe(true);
    expect(wanting.every(({ words }) => words.startsWith("2. Blocks: "))).toBe(true);
    expect(wanting.find(({ words }) => words.includes("permission"))?.words).toContain("Ada");
    expect(new Set(wanting.map(({ words }) => words)).size).toBe(6);
  });
});

describe("the house of a page", () => {
  it("[CP69] is the rehearsal's under its path, and the real one everywhere else", () => {
    const path = "/rehearsal/00000000-0000-4000-8000-000000000001";

    expect(houseOf(`${path}/room/1`)).toBe(path);
    expect(houseOf(path)).toBe(path);
    for (const other of ["/", "/reviews/1/rehearsal", `${path}0/room`, "/rehearsal/x/room"]) {
      expect(houseOf(other)).toBe("");
    }
  });
});
