/**
 * Moments on a clip's timeline as ELAN reads them (EAF 3.0): a tier for each question, an annotation for
 * each answer, at its place in whole ms. There is no film in it and no name of one.
 */

/** A stretch of a clip and what was said of it. */
export interface ElanAnnotation {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

/** The answers to one question; each is over when the next begins. */
export interface ElanTier {
  readonly name: string;
  readonly annotations: readonly ElanAnnotation[];
}

/** How long an annotation is whose end nobody marked. */
const usualMs = 1_000;

/** One question's answers as a tier: in the order of the clip, none over another, those of one place as one. */
export function elanTier(
  name: string,
  said: readonly {
    readonly startMs: number;
    readonly endMs: number | null;
    readonly text: string;
  }[],
): ElanTier {
  const starts = [...new Set(said.map(({ startMs }) => startMs))].sort((a, b) => a - b);
  const annotations = starts.map((startMs, n) => {
    const here = said.filter((one) => one.startMs === startMs);
    const endMs = Math.max(...here.map((one) => one.endMs ?? 0));
    const wantedMs = endMs > startMs ? endMs : startMs + usualMs;
    const text = here.map((one) => one.text).join("\n");
    return { startMs, endMs: Math.min(wantedMs, starts[n + 1] ?? Infinity), text };
  });
  return { name, annotations };
}

/** The tiers of one clip as a file; `atMs` is when it is written (epoch UTC). */
export function writeElan(tiers: readonly ElanTier[], atMs: number): string {
  const all = tiers.flatMap(({ annotations }) => annotations);
  const times = [...new Set(all.flatMap(({ startMs, endMs }) => [startMs, endMs]))];
  times.sort((a, b) => a - b);
  const slotOf = (timeMs: number) => `ts${times.indexOf(timeMs) + 1}`;
  const slots = times.map(
    (timeMs) => `<TIME_SLOT TIME_SLOT_ID="${slotOf(timeMs)}" TIME_VALUE="${timeMs}"/>`,
  );
  let count = 0;
  const tierOf = ({ name, annotations }: ElanTier) => [
    `<TIER LINGUISTIC_TYPE_REF="words" TIER_ID="${escapeXml(name)}">`,
    ...annotations.map(({ startMs, endMs, text }) => {
      count += 1;
      const places = `TIME_SLOT_REF1="${slotOf(startMs)}" TIME_SLOT_REF2="${slotOf(endMs)}"`;
      const value = `<ANNOTATION_VALUE>${escapeXml(text)}</ANNOTATION_VALUE>`;
      return `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a${count}" ${places}>${value}</ALIGNABLE_ANNOTATION></ANNOTATION>`;
    }),
    "</TIER>",
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<ANNOTATION_DOCUMENT AUTHOR="" DATE="${new Date(atMs).toISOString()}" FORMAT="3.0" VERSION="3.0" ${schema}>`,
    '<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>',
    "<TIME_ORDER>",
    ...slots,
    "</TIME_ORDER>",
    ...tiers.flatMap(tierOf),
    '<LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="words" TIME_ALIGNABLE="true"/>',
    "</ANNOTATION_DOCUMENT>",
    "",
  ].join("\n");
}

/** How such a file says what it is. */
const schema =
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd"';

/** Without signs that no XML may hold, line ends as XML has them. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
