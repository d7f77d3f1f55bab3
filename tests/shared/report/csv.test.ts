import { expect, it } from "vitest";
import { writeCsv } from "#shared/report/csv.ts";

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =cmd|'/c calc'!A0", "＝1", "\n=1"])(
  "[A21] [JN63] %j is words to a spreadsheet, never a formula",
  (cell) => {
    const [, line = ""] = /^\uFEFF([\s\S]*)\r\n$/.exec(writeCsv([[cell]])) ?? [];
    const value = line.startsWith('"') ? line.slice(1, -1).replaceAll('""', '"') : line;

    expect(value).toBe(`'${cell}`);
  },
);

it("[JN63] quotes what needs it, and leaves plain words as they are", () => {
  expect(
    writeCsv([
      ["a", 'she said "yes"', "one, two"],
      ["two\nlines", "0:12", "it’s"],
    ]),
  ).toBe('\uFEFFa,"she said ""yes""","one, two"\r\n"two\nlines",0:12,it’s\r\n');
});
