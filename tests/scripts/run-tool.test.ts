import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runTool } from "#scripts/run-tests/run-tool.mjs";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "sameframe-tool-"));
  mkdirSync(join(root, "node_modules"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function writeTool(source: string): string {
  writeFileSync(join(root, "node_modules", "tool.mjs"), source);
  return "tool.mjs";
}

describe("a tool of the test run", () => {
  it("[HS10] is well only when it says so itself", async () => {
    const well = await runTool(root, writeTool("console.log('seen')"), [], {
      isRead: true,
      mostMs: 20_000,
    });
    const unwell = await runTool(root, writeTool("process.exit(3)"), [], { mostMs: 20_000 });

    expect(well).toEqual({ exitCode: 0, stdout: "seen\n" });
    expect(unwell.exitCode).toBe(3);
  });

  it("[HS10] that never ends is ended with all it started, and has failed", async () => {
    const inner = 'require("fs").writeFileSync("inner.pid", String(process.pid)); for (;;) {}';
    const tool = writeTool(`
      import { spawnSync } from "node:child_process";
      spawnSync(process.execPath, ["-e", ${JSON.stringify(inner)}], { stdio: "inherit" });
    `);

    const ended = await runTool(root, tool, [], { isRead: true, mostMs: 1_500 });

    // It resolves only when nobody holds its output open any more: the inner process is gone too.
    expect(ended.exitCode).toBe(1);
  });
});
