import { describe, expect, it } from "vitest";
import { impurities } from "#tests/architecture/impurities.ts";
import { parseSource, readSourceFiles } from "#tests/architecture/source-files.ts";

describe("shared", () => {
  it("[HS6] reads no clock, draws no chance, touches no surroundings", () => {
    const files = readSourceFiles(["shared"]);

    const faults = files.flatMap((file) => impurities(file).map((what) => `${file.path}: ${what}`));

    expect(files.length).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });

  it.each([
    ["const now = Date.now();", "Date.now"],
    ["const now = new Date();", "new Date()"],
    ["const now = Date();", "Date()"],
    ["const now = performance.now();", "performance"],
    ["const id = crypto.randomUUID();", "crypto"],
    ["const chance = Math.random();", "Math.random"],
    ["const { random } = Math;", "Math taken apart"],
    ["setTimeout(go, 10);", "setTimeout"],
    ["queueMicrotask(go);", "queueMicrotask"],
    ["const place = globalThis.location;", "globalThis"],
    ["const home = process.env['HOME'];", "process"],
    ["await fetch('/x');", "fetch"],
    ["console.log('x');", "console"],
  ])("[HS6] may not hold %s", (source, found) => {
    expect(impurities(parseSource("shared/a.ts", source))).toEqual([found]);
  });

  it.each([
    "const day = new Date(nowMs).toISOString();",
    "const big = Math.max(1, 2);",
    "const field = timeline.performance;",
    "const view = { process: 1, fetch: 2 };",
    "interface Clip { readonly document: string }",
  ])("[HS6] may hold %s", (source) => {
    expect(impurities(parseSource("shared/a.ts", source))).toEqual([]);
  });
});
