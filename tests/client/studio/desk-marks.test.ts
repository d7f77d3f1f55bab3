import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  mostMarks,
  namedByNumber,
  newMark,
  withChangedMark,
  withMark,
  withoutMark,
} from "#client/features/studio/marks/mark-edits.ts";
import {
  markKindWords,
  principleChoices,
  sumWords,
} from "#client/features/studio/marks/mark-words.ts";
import { familyIds } from "#shared/board/framework.ts";
import { wordsOfMarks } from "#client/features/studio/drafts/words-of-marks.ts";
import { filmMarkSchema, modalities } from "#shared/studio/film-mark.ts";
import type { FilmMark } from "#shared/studio/film-mark.ts";
import { pairsOf } from "#shared/studio/marks.ts";
import { studioFilmSchema, textMarkSchema } from "#shared/studio/studio-film.ts";
import { buildStudioFilm } from "#tests/helpers/build-draft.ts";

const firstId = "6fa459ea-ee8a-4ca4-894e-db77e160355e";
const secondId = "16fd2706-8baf-433b-82eb-8c7fada847da";
const empty = buildStudioFilm([]);
const answered = withMark(
  withMark(empty, newMark(firstId, "child", 2_000)),
  newMark(secondId, "adult", 2_080),
);

describe("marks on a film", () => {
  it("[CP37] [N5] a mark of each lane at the picture shown makes a pair with the time between", () => {
    expect(pairsOf(answered.marks).map(({ afterMs }) => afterMs)).toEqual([80]);
    expect(studioFilmSchema.parse(answered)).toEqual(answered);
  });

  it("[CP37] a mark is changed or taken away, and no other one; an unknown one changes nothing", () => {
    const changed = withChangedMark(answered, firstId, (mark) => ({ ...mark, seen: "looks up" }));

    expect(changed.marks.map(({ seen }) => seen)).toEqual(["looks up", ""]);
    expect(withoutMark(changed, firstId).marks).toEqual([answered.marks[1]]);
    expect(withoutMark(answered, empty.filmId).marks).toEqual(answered.marks);
  });

  it("[CP37] a number names the child's form or the family of the adult's answer; others change nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (number) => {
        const child = namedByNumber(newMark(firstId, "child", 0), number);
        const adult = namedByNumber(newMark(secondId, "adult", 0), number);

        expect(filmMarkSchema.parse(child)).toMatchObject({ modality: modalities[number - 1] });
        expect(filmMarkSchema.parse(adult)).toMatchObject({
          principleId: familyIds[number - 1] ?? null,
        });
      }),
    );
  });

  it("[CP37] a film full of marks takes no more, and can still be saved", () => {
    const marks = Array.from({ length: mostMarks }, () => newMark(crypto.randomUUID(), "child", 0));
    const full = { ...empty, marks };

    expect(withMark(full, newMark(firstId, "child", 0))).toBe(full);
    expect(studioFilmSchema.safeParse(full).success).toBe(true);
    const over = { ...full, marks: [...marks, newMark(firstId, "child", 0)] };
    expect(studioFilmSchema.safeParse(over).success).toBe(false);
  });

  it("[CP37] says what a mark is in the words of its choices", () => {
    const adult = namedByNumber(newMark(secondId, "adult", 0), 3);
    const { label } = principleChoices()[3] ?? { label: "" };

    expect(markKindWords(adult)).toBe(label);
    expect(markKindWords(newMark(secondId, "adult", 0))).toBe(principleChoices()[0]?.label);
  });
});

describe("what marks come to", () => {
  it("[CP102] says starts, answers, times between and turns, and only what there is", () => {
    expect(sumWords(answered.marks)).toEqual([
      "1 start of the child, 1 answered within 5 seconds.",
      "The answer came after 0.1 seconds.",
      "1 exchange; the longest has 2 turns.",
    ]);
    expect(sumWords([newMark(firstId, "child", 0)])).toEqual([
      "1 start of the child, none answered within 5 seconds yet.",
    ]);
  });
});

describe("words read out from marks", () => {
  const people = { childName: "Kit", practitionerName: "Callum" };
  const stretch = { startMs: 1_000, endMs: 3_000 };
  const marks: FilmMark[] = [
    { lane: "adult", markId: secondId, atMs: 2_080, principleId: "receiving", seen: "" },
    { lane: "child", markId: firstId, atMs: 2_000, modality: "gaze", seen: "" },
    { lane: "child", markId: firstId, atMs: 1_000, modality: null, seen: " reaches for the cup " },
    { lane: "child", markId: firstId, atMs: 2_900, modality: null, seen: "" },
    { lane: "child", markId: firstId, atMs: 3_000, modality: "voice", seen: "" },
  ];

  it("[CP101] each mark within the clip says who does what, in the order of time; those outside are left out", () => {
    expect(wordsOfMarks(marks, stretch, [], people)).toEqual([
      { atMs: 1_000, text: "Kit: reaches for the cup" },
      { atMs: 2_000, text: "Kit: A look" },
      { atMs: 2_080, text: "Callum answers" },
      { atMs: 2_900, text: "Kit starts something" },
    ]);
  });

  it("[CP101] words that stand at a place already are kept, and none are longer than a place takes", () => {
    const already = [{ atMs: 2_000, text: "Kit looks up at Callum" }];
    const long = [{ ...marks[2], atMs: 1_500, seen: "x".repeat(200) } as FilmMark];

    expect(wordsOfMarks(marks, stretch, already, people).map(({ atMs }) => atMs)).toEqual([
      1_000, 2_080, 2_900,
    ]);
    for (const mark of wordsOfMarks(long, stretch, [], people)) {
      expect(textMarkSchema.parse(mark)).toEqual(mark);
    }
  });
});
