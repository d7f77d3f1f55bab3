import type { Answered } from "#client/lib/api.ts";
import { call } from "#client/lib/api.ts";
import { ok } from "#shared/lib/result.ts";

/** Everything of a practitioner's own, by what it is. */
export type AllOwn = Readonly<Record<string, unknown>>;

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

/** The same to be read without a program: a line for each fact, indented by where it stands. */
export function plainText(value: unknown, name = "", depth = 0): string {
  const start = `${"  ".repeat(depth)}${name === "" ? "-" : `${name}:`}`;
  if (Array.isArray(value)) {
    return [start, ...value.map((one) => plainText(one, "", depth + 1))].join("\n");
  }
  if (typeof value === "object" && value !== null) {
    const lines = Object.entries(value).map(([key, one]) => plainText(one, key, depth + 1));
    return [...(depth === 0 ? [] : [start]), ...lines].join("\n");
  }
  const words = typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
  return `${start} ${words.replaceAll("\n", `\n${"  ".repeat(depth + 1)}`)}`;
}
