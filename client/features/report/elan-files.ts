import { text } from "#client/lib/text.ts";
import { observationFields } from "#shared/board/board-doc.ts";
import { elanTier, writeElan } from "#shared/report/elan.ts";
import type { Report, ReportMoment } from "#shared/report/report.ts";
import { principleWords } from "./report-parts.ts";

/** A file for ELAN for each clip that has moments, in the order of the report; `atMs` is now (epoch UTC). */
export function elanFiles({ moments }: Pick<Report, "moments">, atMs: number): string[] {
  const clipIds = [...new Set(moments.map(({ clipId }) => clipId))].filter((id) => id !== null);
  return clipIds.map((clipId) => {
    const here = moments.filter((moment) => moment.clipId === clipId);
    const tierOf = (name: string, wordsOf: (moment: ReportMoment) => string) =>
      elanTier(
        name,
        here.flatMap((moment) => {
          const { positionMs: startMs, endMs } = moment;
          const words = wordsOf(moment);
          return startMs === null || words === "" ? [] : [{ startMs, endMs, text: words }];
        }),
      );
    const tiers = [
      ...observationFields.map((field) =>
        tierOf(text(`signed.field.${field}`), (moment) => moment[field]),
      ),
      tierOf(text("report.principles"), principleWords),
    ];
    return writeElan(
      tiers.filter(({ annotations }) => annotations.length > 0),
      atMs,
    );
  });
}
