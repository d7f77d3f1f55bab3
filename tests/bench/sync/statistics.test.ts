import { describe, expect, it } from "vitest";
import { figure, figures, percent, percentile, printTable } from "./statistics.ts";

describe("the statistics of the benchmarks", () => {
  it("[PB64] take a percentile that really occurred, and none from nothing", () => {
    const values = [40, 10, 30, 20];

    expect(percentile(values, 0.5)).toBe(20);
    expect(percentile(values, 0.95)).toBe(40);
    expect(percentile(values, 1)).toBe(40);
    expect(percentile([], 0.5)).toBeNaN();
  });

  it("[PB64] print what is not there as a dash", () => {
    expect(figures(0.04, 16.66, 33)).toBe("0 / 16.7 / 33");
    expect(figure(Number.NaN)).toBe("-");
    expect(percent(0.9817)).toBe("98.2 %");
    expect(percent(Number.NaN)).toBe("-");
  });

  it("[PB64] align a table by its widest cells", () => {
    const table = printTable(["row", "found"], [["a longer row", "1"]]);

    expect(table.split("\n")).toEqual([
      "| row          | found |",
      "| ------------ | ----- |",
      "| a longer row | 1     |",
    ]);
  });
});
