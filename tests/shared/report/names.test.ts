import { describe, expect, it } from "vitest";
import { initialOf, replaceNames } from "#shared/report/names.ts";

const asPupil = (name: string, text: string) => replaceNames(text, [{ name, by: "a pupil" }]);

describe("a child's name in what people wrote", () => {
  it.each([
    ["Zara", "Zara starts our jokes.", "A pupil starts our jokes."],
    ["Zara", "I wait. Zara leads, and zara laughs.", "I wait. A pupil leads, and a pupil laughs."],
    [
      "Zara",
      "It was Zara’s turn, then ZARA'S again.",
      "It was a pupil’s turn, then a pupil'S again.",
    ],
    ["Zara", "Zaras turn", "A pupil’s turn"],
    ["Zara", "“Zara,” I said", "“A pupil,” I said"],
    ["Zara", "Zarah and Balthazara play", "Zarah and Balthazara play"],
    ["James", "James' turn; James’s smile", "A pupil’s turn; a pupil’s smile"],
    ["Zoë", "Zoe and Zoë and Zoe\u0308", "A pupil and a pupil and a pupil"],
    ["Zoe", "I saw Zoë", "I saw a pupil"],
    ["Ada", "I saw A\u200Bda", "I saw a pupil"],
    ["Anna-Lena", "Anna Lena, Anna-Lena, Anna", "A pupil, a pupil, a pupil"],
    ["Mary Ann", "with Mary  Ann and with Mary", "with a pupil and with a pupil"],
    ["J.", "J. and I", "A pupil and I"],
    ["O'Neil", "with O'Neil", "with a pupil"],
    ["Ada+", "Ada+ came", "A pupil came"],
  ])("[T2] [JN65] %s in “%s” is told from no other pupil", (name, text, wanted) => {
    expect(asPupil(name, text)).toBe(wanted);
  });

  it.each([
    ["Will", "I will wait, and Will smiles.", "I will wait, and a pupil smiles."],
    ["May", "We may sing what May sings.", "We may sing what a pupil sings."],
    ["Rose", "She rose. Rose rose too.", "She rose. A pupil rose too."],
    ["Jo", "Jo jo-jos", "A pupil jo-jos"],
    ["Mark", "MARK left a mark", "A pupil left a mark"],
  ])("[T2] [JN65] %s is a name only with its capital letter", (name, text, wanted) => {
    expect(asPupil(name, text)).toBe(wanted);
  });

  it("[JN65] several people give way to what each is, whoever stands first", () => {
    const changes = [
      { name: "Zara", by: "a pupil" },
      { name: "Nadia", by: "the guider" },
    ];

    expect(replaceNames("Nadia saw Zara. nadia smiled.", changes)).toBe(
      "The guider saw a pupil. The guider smiled.",
    );
  });
});

it("[A21] initials stand for a name everywhere, without a second full stop", () => {
  const by = initialOf("zoë");

  expect(by).toBe("Z.");
  expect(replaceNames("I saw Zoë. Zoe's laugh!", [{ name: "Zoë", by }])).toBe(
    "I saw Z. Z.'s laugh!",
  );
});
