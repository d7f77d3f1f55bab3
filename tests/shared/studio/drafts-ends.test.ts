import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFilmFrames } from "#client/features/studio/film/film-frames.ts";
import { writeCaptions } from "#shared/captions/web-vtt.ts";
import type { Stretch } from "#shared/studio/cut-plan.ts";
import { pictureNear, pictureOfEnd, setEnd, stretchFrom } from "#shared/studio/drafts-ends.ts";
import type { FilmPictures } from "#shared/studio/drafts-ends.ts";
import { clipNorms, readPlaceMs, writePlaceMs } from "#shared/studio/selection.ts";
import { buildDraft } from "#tests/helpers/build-draft.ts";

/** Pictures that stay for so long each. */
function filmOf(staysMs: readonly number[]): FilmPictures {
  let endMs = 0;
  const framesMs = staysMs.map((stayMs) => (endMs += stayMs) - stayMs);
  return createFilmFrames({ framesMs, durationMs: endMs });
}

const evenly = (count: number, stayMs: number) => filmOf(Array<number>(count).fill(stayMs));
const steady = evenly(2_500, 40);
const ntsc = evenly(3_000, 1001 / 30);

/** Films with a variable frame rate, all under a minute, and two pictures of each. */
const uneven = fc
  .array(fc.double({ min: 5, max: 400, noNaN: true }), { minLength: 1, maxLength: 140 })
  .chain((staysMs) =>
    fc.record({
      pictures: fc.constant(filmOf(staysMs)),
      index: fc.nat(staysMs.length - 1),
      other: fc.nat(staysMs.length - 1),
    }),
  );

function stretchOf(set: ReturnType<typeof setEnd>): Stretch {
  return set.ok ? set.value.plan.stretch : { startMs: NaN, endMs: NaN };
}

describe("the ends of a clip", () => {
  it("[CP45] [F3.1] are the start and the end of the pictures shown, both of them in the clip", () => {
    const begun = setEnd(buildDraft("one"), "start", 50, steady);
    const ended = begun.ok ? setEnd(begun.value, "end", 99, steady) : begun;

    expect(ended).toMatchObject({
      ok: true,
      value: { plan: { stretch: { startMs: 2_000, endMs: 4_000 } } },
    });
  });

  it("[CP45] can be one picture apart, and then the other end stays", () => {
    const one = setEnd(buildDraft("one"), "end", 25, steady);
    const other = setEnd(buildDraft("one"), "start", 149, steady);

    expect(stretchOf(one)).toEqual({ startMs: 1_000, endMs: 1_040 });
    expect(stretchOf(other)).toEqual({ startMs: 5_960, endMs: 6_000 });
  });

  it("[CP45] are boundaries of pictures whatever the film, and lead back to the same pictures", () => {
    fc.assert(
      fc.property(uneven, ({ pictures, index, other }) => {
        const stretch = stretchFrom(pictures, index);
        const draft = { ...buildDraft("one"), plan: { stretch, covers: [], silences: [] } };
        for (const end of ["start", "end"] as const) {
          const set = setEnd(draft, end, other, pictures);
          const now = stretchOf(set);
          const [first, last] = [
            pictureOfEnd(now, "start", pictures),
            pictureOfEnd(now, "end", pictures),
          ];
          expect(end === "start" ? first : last).toBe(other);
          expect(now).toEqual({ startMs: pictures.startMs(first), endMs: pictures.endMs(last) });
        }
      }),
    );
  });

  it("[CP45] an end set past the other one takes it along; the clip is no longer than it was", () => {
    fc.assert(
      fc.property(uneven, ({ pictures, index, other }) => {
        const stretch = stretchFrom(pictures, index);
        const longestMs = Math.max(
          stretch.endMs - stretch.startMs,
          pictures.endMs(other) - pictures.startMs(other),
        );
        const draft = { ...buildDraft("one"), plan: { stretch, covers: [], silences: [] } };
        const end = pictures.startMs(other) >= stretch.endMs ? "start" : "end";
        fc.pre(end === "start" || pictures.endMs(other) <= stretch.startMs);

        const set = setEnd(draft, end, other, pictures);

        const now = stretchOf(set);
        expect(now.endMs).toBeGreaterThan(now.startMs);
        expect(now.endMs - now.startMs).toBeLessThanOrEqual(longestMs + 1e-6);
      }),
    );
  });

  it("[CP45] a place that was written is typed back to the same picture, however its times are rounded", () => {
    fc.assert(
      fc.property(fc.nat(2_999), fc.constantFrom("start", "end"), (index, end) => {
        const placeMs = end === "start" ? ntsc.startMs(index) : ntsc.endMs(index);
        const typed = readPlaceMs(writePlaceMs(placeMs)) ?? NaN;

        expect(pictureNear(typed, end, ntsc)).toBe(index);
      }),
    );
  });

  it("[CP46] [F3.2] a new clip is ten seconds at most, and none is set longer than 60 s", () => {
    const draft = {
      ...buildDraft("one"),
      plan: { ...buildDraft("one").plan, stretch: stretchFrom(ntsc, 100) },
    };
    const { startMs, endMs } = draft.plan.stretch;

    const atMost = setEnd(draft, "end", ntsc.indexAt(startMs + 60_000) - 1, ntsc);
    const past = setEnd(draft, "end", ntsc.indexAt(startMs + 61_000), ntsc);

    expect(endMs - startMs).toBeLessThanOrEqual(clipNorms.softLengthMs);
    expect(endMs - startMs).toBeGreaterThan(clipNorms.softLengthMs - 40);
    expect(atMost.ok).toBe(true);
    expect(past).toEqual({ ok: false, reason: "longer-than-a-minute" });
  });

  it("[CP48] captions stay with what is heard when the start moves, and a made clip is to be made anew", () => {
    const captions = writeCaptions([
      { startMs: 0, endMs: 800, text: "Mm." },
      { startMs: 2_000, endMs: 3_000, text: "The cup?" },
    ]);
    const made = buildDraft("one", { captions, cut: { state: "cut", fileName: "one", bytes: 9 } });

    const later = setEnd(made, "start", 50, steady);
    const earlier = setEnd(made, "start", 0, steady);
    const same = setEnd(made, "start", 25, steady);

    expect(later).toMatchObject({
      ok: true,
      value: {
        cut: { state: "uncut" },
        captions: writeCaptions([{ startMs: 1_000, endMs: 2_000, text: "The cup?" }]),
      },
    });
    expect(earlier).toMatchObject({
      value: {
        captions: writeCaptions([
          { startMs: 1_000, endMs: 1_800, text: "Mm." },
          { startMs: 3_000, endMs: 4_000, text: "The cup?" },
        ]),
      },
    });
    expect(same.ok && same.value).toBe(made);
  });
});
