import { describe, expect, it } from "vitest";
import { text } from "#client/lib/text.ts";
import { en } from "#client/text/en.ts";
import type { TextId } from "#client/text/en.ts";

const ids = Object.keys(en) as TextId[]; // the keys of the catalogue are its ids

/** One value for every name a message may hold. */
const values = Object.fromEntries(
  ids
    .flatMap((id) => [...en[id].matchAll(/\{(\w+)/gu)].map(([, name]) => name ?? ""))
    .map((name) => [name, 2]),
);

describe("the catalogue", () => {
  it("[SC2] has no message that leaves a gap or a brace on screen", () => {
    const broken = ids.filter((id) => /[{}]|undefined/u.test(text(id, values)));

    expect(ids.length).toBeGreaterThan(200);
    expect(broken).toEqual([]);
  });

  it("[SC2] counts in words that fit the number", () => {
    expect(text("home.cycles", { count: 1 })).toBe("1 cycle");
    expect(text("home.cycles", { count: 3 })).toBe("3 cycles");
    expect(text("wayIn.practitionerLead", { guider: "Jo", count: 1 })).toContain("1 moment to");
  });
});
