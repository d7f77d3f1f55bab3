/**
 * Rows as comma-separated values (RFC 4180, with the mark that says UTF-8 to a spreadsheet). A cell that a
 * spreadsheet would take for a formula begins with an apostrophe, so that it stays the words it is.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("")}`;
}

function cellOf(words: string): string {
  const guarded = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(words) ? `'${words}` : words;
  return /[",\r\n;]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
