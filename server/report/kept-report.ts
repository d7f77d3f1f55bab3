import { createHash } from "node:crypto";
import { z } from "zod";
import type { Keys } from "#server/media/keys.ts";
import type { StoredReport } from "#server/storage/report-store.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { nameSchema } from "#shared/domain/people.ts";
import { canonicalReport, reportSchema } from "#shared/report/report.ts";
import type { Report } from "#shared/report/report.ts";
import { shownReport } from "#shared/report/shown-report.ts";

const sealedSchema = z.strictObject({
  /** With every name as it is. */
  report: reportSchema,
  /** Whose names give way to initials where that was chosen. */
  people: z.array(nameSchema),
});

/** A report as it is kept: with every name, and as people get it. */
export interface KeptReport extends z.infer<typeof sealedSchema> {
  readonly shown: Report;
  /** Of what people get. */
  readonly sha256: string;
  /** When the practitioner agreed to exactly that; null: not yet, or not any more. */
  readonly agreedAtMs: number | null;
}

/** Seals a report for its review; an agreement stays only with the content it is to. */
export function sealReport(
  keys: Keys,
  reviewId: ReviewId,
  { report, people }: Pick<KeptReport, "report" | "people">,
  agreed: StoredReport["agreed"],
): StoredReport {
  const plain = JSON.stringify(sealedSchema.parse({ report, people }));
  const { sha256 } = asPeopleGetIt(report, people);
  return {
    reviewId,
    sealed: keys.seal(labelOf(reviewId), Buffer.from(plain)),
    agreed: agreed?.sha256 === sha256 ? agreed : null,
  };
}

/** Opens a stored report. */
export function openReport(keys: Keys, { reviewId, sealed, agreed }: StoredReport): KeptReport {
  const plain: unknown = JSON.parse(keys.open(labelOf(reviewId), sealed).toString());
  const { report, people } = sealedSchema.parse(plain);
  const { shown, sha256 } = asPeopleGetIt(report, people);
  return {
    report,
    people,
    shown,
    sha256,
    agreedAtMs: agreed?.sha256 === sha256 ? agreed.atMs : null,
  };
}

function asPeopleGetIt(report: Report, people: readonly string[]) {
  const shown = shownReport(report, people);
  return { shown, sha256: createHash("sha256").update(canonicalReport(shown)).digest("hex") };
}

const labelOf = (reviewId: ReviewId) => `report:${reviewId}`;
