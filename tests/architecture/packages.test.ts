import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "#tests/helpers/project-root.ts";
import { runtimePackages } from "#tests/architecture/runtime-packages.ts";

describe("packages", () => {
  it("[HS8] of the running product are at most 200, transitive ones counted", () => {
    const names = runtimePackages(readFileSync(join(projectRoot, "package-lock.json"), "utf8"));

    expect(names.length).toBeGreaterThan(30);
    expect(names.length).toBeLessThanOrEqual(200);
  });

  it("[HS8] are pinned exactly, so that two installs are the same", () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(projectRoot, "package.json"), "utf8"),
    ) as Record<string, Record<string, string>>; // package.json is npm's own, checked by npm ci

    const versions = Object.values({ ...dependencies, ...devDependencies });

    expect(versions.length).toBeGreaterThan(30);
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
