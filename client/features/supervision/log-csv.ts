import { toLocalField } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import type { TraineeLog } from "#shared/domain/trainee-log.ts";
import { writeCsv } from "#shared/report/csv.ts";
import { replaceNames } from "#shared/report/names.ts";

const columns = ["kind", "day", "name", "cycle", "point"] as const;

/** The log as a table to be taken away, by day; no child is named in it. Days as this device has them. */
export function logCsv({ reviews, supervisions }: TraineeLog): string {
  const children = reviews.map(({ childName: name }) => ({ name, by: text("log.theChild") }));
  const rows = [
    ...reviews.map(({ startsAtMs, practitionerName, cycleNumber, workingPoint }) => [
      text("log.file.review"),
      toLocalField(startsAtMs).slice(0, "2026-11-22".length),
      practitionerName,
      String(cycleNumber),
      replaceNames(workingPoint, children),
    ]),
    ...supervisions.map(({ heldOn, withWhom }) => [
      text("log.file.supervision"),
      heldOn,
      withWhom,
      "",
      "",
    ]),
  ].toSorted(([, one = ""], [, other = ""]) => one.localeCompare(other));
  return writeCsv([columns.map((column) => text(`log.file.${column}`)), ...rows]);
}
