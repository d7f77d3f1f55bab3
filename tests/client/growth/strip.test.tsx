import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { FilmStrip } from "#client/features/growth/FilmStrip.tsx";
import { stripFile } from "#client/features/growth/strip-file.ts";
import { stripCards } from "#client/features/growth/strip-words.ts";
import { stillsForFile } from "#client/features/growth/use-strip-stills.ts";
import type { StripCycle, StripMoment } from "#shared/domain/growth.ts";
import { observationIdSchema } from "#shared/domain/ids.ts";
import { newId } from "#tests/helpers/build-records.ts";
import { hostileWords } from "#tests/helpers/hostile-words.ts";

const observationId = observationIdSchema.parse(newId.review());

function buildStrip(changes: Partial<StripMoment> = {}, aim = "Wait for Zara"): StripCycle[] {
  const moment: StripMoment = {
    reviewId: newId.review(),
    observationId,
    isPinned: true,
    words: ["I waited."],
    clipTitle: "Bubbles",
    positionMs: 12_300,
    seenAgain: "review",
    still: "none",
    ...changes,
  };
  return [
    { cycleNumber: 1, moment, aims: [{ text: aim, whereWhen: "at snack", howDidItGo: "Well" }] },
    { cycleNumber: 2, moment: null, aims: [] },
  ];
}

function fileOf(
  strip: readonly StripCycle[],
  name = "Callum",
  pictures = new Map<string, string>(),
) {
  const cards = stripCards(strip, name);
  return stripFile({ practitionerName: name, childName: name, cards, pictures, atMs: 0 });
}

const show = (strip: StripCycle[]) =>
  renderToStaticMarkup(
    <FilmStrip growth={{ strip, practitionerName: "Callum", childName: "Zara" }} isOwn={false} />,
  );

describe("a film strip's file", () => {
  it("[N12] [JN51] tells each cycle: the moment, its words, whether it was seen again, the aim", () => {
    const page = fileOf(buildStrip());

    for (const words of [
      "Cycle 1",
      "Callum pinned this moment",
      "Bubbles, 0:12",
      "Seen again in a later review",
      "I waited.",
      "Wait for Zara (at snack)",
      "How it went: Well",
      "Cycle 2",
      "No moment is kept of this cycle yet.",
    ]) {
      expect(page).toContain(words);
    }
  });

  it("[N12] [JN51] has no script, no address outside itself, and a policy that allows none", () => {
    const pictures = new Map([[observationId, "data:image/png;base64,AAAA"]]);
    const page = fileOf(buildStrip({ still: "kept" }), "Callum", pictures);

    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<(script|link|iframe|object|embed|video|audio|form|base)\b/i);
    expect(page).not.toMatch(/\s(on\w+|href|srcset)\s*=/i);
    expect(page).not.toMatch(/https?:|url\(|@import|\/\//i);
    expect([...page.matchAll(/src="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      "data:image/png;base64,AAAA",
    ]);
  });

  it.each(hostileWords)("[N12] [JN51] %j is words in every place of the file", (words) => {
    const plain = fileOf(buildStrip({ words: ["x"], clipTitle: "x" }, "x"), "x");

    const page = fileOf(buildStrip({ words: [words], clipTitle: words }, words), words);

    const tagsOf = (markup: string) => markup.match(/<[^>]*>/g);
    expect(tagsOf(page)).toEqual(tagsOf(plain));
  });
});

describe("pictures in a film strip", () => {
  it("[N12] [JN52] are offered only where they may be kept, are off at first, and it says why not", () => {
    expect(show(buildStrip({ still: "kept" }))).toContain('type="checkbox"');
    expect(show(buildStrip({ still: "kept" }))).not.toContain("<img");
    expect(show(buildStrip())).not.toContain('type="checkbox"');
    const refused = show(buildStrip({ still: "notAllowed" }));
    expect(refused).not.toContain('type="checkbox"');
    expect(refused).toContain("has not agreed that the practitioner keeps stills");
  });

  it("[N12] [JN52] lie in the file itself", async () => {
    const blob = new Blob([new Uint8Array([137, 80, 78, 71])]);

    const pictures = await stillsForFile(new Map([[observationId, { address: "", blob }]]));

    expect(pictures.get(observationId)).toBe("data:image/png;base64,iVBORw==");
    expect(fileOf(buildStrip({ still: "notAllowed" }), "Callum", pictures)).not.toContain("<img");
  });
});
