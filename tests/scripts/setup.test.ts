import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { projectRoot } from "#tests/helpers/project-root.ts";

describe("setup", () => {
  it("[HS9] names what it can do when asked for something else, without a stack", () => {
    const done = spawnSync(process.execPath, ["scripts/setup.mjs", "bake"], {
      cwd: projectRoot,
      encoding: "utf8",
    });

    expect(done.status).toBe(1);
    expect(done.stderr.trim()).toBe("Say what to do: start, demo, sameframe, screenshots, test.");
    expect(done.stdout).toBe("");
  });
});
