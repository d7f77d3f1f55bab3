import { describe, expect, it } from "vitest";
import { importFaults } from "#tests/architecture/check-imports.ts";
import { parseSource, readSourceFiles } from "#tests/architecture/source-files.ts";

function faultsOf(path: string, source: string): string[] {
  return importFaults(parseSource(path, source));
}

describe("the import table", () => {
  it("[HS1] holds in every file of the project", () => {
    const files = readSourceFiles();

    const faults = files.flatMap(importFaults);

    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(50);
    expect(faults).toEqual([]);
  });

  it.each([
    ["shared/lib/a.ts", 'import { once } from "node:events";'],
    ["shared/lib/a.ts", 'import * as Y from "yjs";'],
    ["shared/lib/a.ts", 'import type { Config } from "#server/config.ts";'],
    ["shared/lib/a.ts", 'type Config = import("#server/config.ts").Config;'],
    ["server/config2.ts", 'export { text } from "#client/lib/text.ts";'],
    ["server/config2.ts", 'const page = await import("#client/lib/text.ts");'],
    ["server/config2.ts", "const page = await import(`#client/lib/text.ts`);"],
    ["server/config2.ts", "const page = await import(process.argv[2] ?? '');"],
    ["server/config2.ts", 'import { x } from "#server/config";'],
    ["server/http/a.ts", 'import { x } from "../config.ts";'],
    ["server/http/a.ts", 'import { Kysely } from "kysely";'],
    ["server/http/a.ts", 'import type { Server } from "socket.io";'],
    ["server/board/a.ts", 'const { readFile } = await import("node:fs/promises");'],
    ["client/lib/a.ts", 'new Worker(new URL("#server/config.ts", import.meta.url));'],
    ["client/lib/a.ts", 'const all = import.meta.glob("./*.ts");'],
    ["client/lib/a.ts", 'import { readFileSync } from "node:fs";'],
    ["client/features/board/a.ts", 'import { x } from "#client/features/playback/x.ts";'],
    ["client/features/board/a.ts", 'import { x } from "#client/pages/x.tsx";'],
    ["client/features/board/a.ts", 'import express from "express";'],
    ["elsewhere/a.ts", 'import { z } from "zod";'],
  ])("[HS1] refuses, in %s, %s", (path, source) => {
    expect(faultsOf(path, source)).toHaveLength(1);
  });

  it("[HS1] lets shared parts be named from everywhere", () => {
    const source = 'import { ok } from "#shared/lib/result.ts";';

    const faults = ["shared/x/a.ts", "server/a.ts", "client/features/board/a.ts"].flatMap((path) =>
      faultsOf(path, source),
    );

    expect(faults).toEqual([]);
  });
});
