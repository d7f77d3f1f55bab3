/** The value that this share (0-1) of the values stays at or under; `NaN` when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** All of them together. */
export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** A figure as people read it: at most one decimal, a dash when there is none. */
export function figure(value: number, decimals = 1): string {
  return Number.isFinite(value) ? String(Number(value.toFixed(decimals))) : "-";
}

/** Several figures of one row, as `0.1 / 16.7 / 33.4`. */
export const figures = (...values: readonly number[]): string =>
  values.map((value) => figure(value)).join(" / ");

/** A share (0-1) in percent. */
export const percent = (share: number): string =>
  Number.isFinite(share) ? `${figure(share * 100)} %` : "-";

/** The rows under their heads as a Markdown table, aligned so that a terminal shows it well. */
export function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? "").padEnd(width)).join(" | ")} |`;
  return [line(heads), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join(
    "\n",
  );
}
