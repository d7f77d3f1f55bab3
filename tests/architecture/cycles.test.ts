import { describe, expect, it } from "vitest";
import { findCycles } from "#tests/architecture/find-cycles.ts";
import { readSourceFiles } from "#tests/architecture/source-files.ts";

describe("cycles", () => {
  it("[HS2] has none, dynamic and type-only imports included", () => {
    const files = readSourceFiles();
    const graph = new Map(
      files.map((file) => [
        file.path,
        file.imports.flatMap((one) => (one.file === null ? [] : [one.file])),
      ]),
    );

    const cycles = findCycles(graph);

    expect(graph.size).toBeGreaterThan(20);
    expect([...graph.values()].flat().length).toBeGreaterThan(50);
    expect(cycles).toEqual([]);
  });

  it("[HS2] names the files of a cycle, however long", () => {
    const graph = new Map([
      ["a.ts", ["b.ts"]],
      ["b.ts", ["c.ts", "d.ts"]],
      ["c.ts", ["a.ts"]],
      ["d.ts", []],
    ]);

    const cycles = findCycles(graph);

    expect(cycles).toEqual([["a.ts", "b.ts", "c.ts"]]);
  });

  it("[HS2] does not take two ways to one file for a cycle", () => {
    const graph = new Map([
      ["a.ts", ["b.ts", "c.ts"]],
      ["b.ts", ["d.ts"]],
      ["c.ts", ["d.ts"]],
      ["d.ts", []],
    ]);

    const cycles = findCycles(graph);

    expect(cycles).toEqual([]);
  });
});
