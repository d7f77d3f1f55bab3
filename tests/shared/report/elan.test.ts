import { expect, it } from "vitest";
import { elanTier, writeElan } from "#shared/report/elan.ts";
import type { ElanTier } from "#shared/report/elan.ts";

const said = (startMs: number, endMs: number | null, text: string) => ({ startMs, endMs, text });

/** Reads such a file as another program does: slots by their id, values unescaped. */
function readElan(xml: string): ElanTier[] {
  const plain = (text = "") =>
    text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  const slots = new Map(
    [...xml.matchAll(/TIME_SLOT_ID="(\w+)" TIME_VALUE="(\d+)"/g)].map(([, id, ms]) => [id, ms]),
  );
  const annotation =
    /REF1="(\w+)" TIME_SLOT_REF2="(\w+)"><ANNOTATION_VALUE>([^<]*)<\/ANNOTATION_VALUE>/g;
  return [...xml.matchAll(/<TIER [^>]*TIER_ID="([^"]*)">([\s\S]*?)<\/TIER>/g)].map(
    ([, name, body = ""]) => ({
      name: plain(name),
      annotations: [...body.matchAll(annotation)].map(([, start, end, text]) => ({
        startMs: Number(slots.get(start)),
        endMs: Number(slots.get(end)),
        text: plain(text),
      })),
    }),
  );
}

it("[A21] [JN64] every place and word of a clip's moments comes back out of an ELAN file", () => {
  const words = "Zoë says \"hm?\" & <waits>,\nthen 'hums' 🎶";
  const tiers = [
    elanTier("What was seen", [said(4_000, 5_250, "later"), said(0, 1_400, words)]),
    elanTier('What "went" well & why', [said(1_400, 4_000, "=SUM(1)")]),
    elanTier("How it felt", []),
  ];

  const file = writeElan(tiers, Date.UTC(2026, 10, 23));

  expect(readElan(file)).toEqual(tiers);
  expect(file).toContain('MEDIA_FILE=""');
  const times = [...file.matchAll(/TIME_VALUE="(\d+)"/g)].map(([, ms]) => Number(ms));
  expect(times).toEqual([0, 1_400, 4_000, 5_250]);
});

it("[JN64] in a tier nothing lies over another, and what was said of one place is one", () => {
  const tier = elanTier("What was seen", [
    said(100, null, "first"),
    said(600, 500, "third"),
    said(100, 9_000, "second"),
  ]);

  expect(tier.annotations).toEqual([
    { startMs: 100, endMs: 600, text: "first\nsecond" },
    { startMs: 600, endMs: 1_600, text: "third" },
  ]);
});

it("[JN64] signs that no XML may hold are left out", () => {
  const file = writeElan([elanTier("a\u0000b", [said(0, 1, "c\u0007\uD800d\r\ne\rf")])], 0);

  expect(readElan(file)).toEqual([
    { name: "ab", annotations: [{ startMs: 0, endMs: 1, text: "cd\ne\nf" }] },
  ]);
});
