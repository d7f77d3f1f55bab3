import type { Answered } from "#client/lib/api.ts";
import { call } from "#client/lib/api.ts";
import type { CheckIn } from "#shared/domain/check-in.ts";
import { ok } from "#shared/lib/result.ts";
import type { Held } from "#shared/protocol/held-routes.ts";
import type { OwnCycle } from "#shared/protocol/own-routes.ts";
import type { OwnReport } from "#shared/protocol/report-routes.ts";
import type { Summary } from "#shared/report/summary.ts";

/** Everything of a practitioner's own, by what it is. */
export interface AllOwn {
  readonly cycles: readonly OwnCycle[];
  readonly checkIns: readonly CheckIn[];
  readonly reports: readonly OwnReport[];
  readonly strengths: Summary;
  readonly held: Held;
}

/** Fetches all that is the practitioner's own; the first refusal when anything cannot be read. */
export async function fetchAllOwn(journeyId: string): Promise<Answered<AllOwn>> {
  const params = { journeyId };
  const [cycles, checkIns, reports, summary, held] = await Promise.all([
    call("readOwnCycles", { params }),
    call("readOwnCheckIns", { params }),
    call("readOwnReports", { params }),
    call("readSummary", { params }),
    call("readOwnHeld", { params }),
  ]);
  if (!cycles.ok) return cycles;
  if (!checkIns.ok) return checkIns;
  if (!reports.ok) return reports;
  if (!summary.ok) return summary;
  if (!held.ok) return held;
  return ok({
    cycles: cycles.value,
    checkIns: checkIns.value,
    reports: reports.value,
    strengths: summary.value.summary,
    held: held.value,
  });
}
