import { describe, expect, it } from "vitest";
import { isKeptLonger, organisationSchema, ourKeeping } from "#shared/domain/organisation.ts";

const settings = {
  name: "Birch Lane Nursery",
  ...ourKeeping,
  keptLongerWhy: "",
  safeguardingContact: "Ask for Rowan, 01632 960 001",
  language: "en",
};

describe("how long an organisation keeps things", () => {
  it.each([
    { clipsKeptDays: 1, wordsKeptMonths: 1 },
    { clipsKeptDays: 60, wordsKeptMonths: 12 },
  ])(
    "[JN78] may be $clipsKeptDays days and $wordsKeptMonths months without a reason",
    (keeping) => {
      expect(isKeptLonger(keeping)).toBe(false);
      expect(organisationSchema.safeParse({ ...settings, ...keeping }).success).toBe(true);
    },
  );

  it.each([
    { clipsKeptDays: 61, wordsKeptMonths: 12 },
    { clipsKeptDays: 60, wordsKeptMonths: 13 },
  ])(
    "[JN78] is $clipsKeptDays days and $wordsKeptMonths months only with a written one",
    (keeping) => {
      const longer = { ...settings, ...keeping };

      expect(organisationSchema.safeParse(longer).success).toBe(false);
      expect(organisationSchema.safeParse({ ...longer, keptLongerWhy: "   " }).success).toBe(false);
      expect(
        organisationSchema.safeParse({ ...longer, keptLongerWhy: "The school asked." }).success,
      ).toBe(true);
    },
  );

  it.each([
    { clipsKeptDays: 0 },
    { clipsKeptDays: 366 },
    { clipsKeptDays: 1.5 },
    { wordsKeptMonths: 121 },
  ])("[JN78] is never %j, whatever the reason", (keeping) => {
    const asked = { ...settings, ...keeping, keptLongerWhy: "The school asked." };

    expect(organisationSchema.safeParse(asked).success).toBe(false);
  });
});
