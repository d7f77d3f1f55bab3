import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { configSchema, readConfig } from "#server/config.ts";
import { projectRoot } from "#tests/helpers/project-root.ts";

const example = readFileSync(join(projectRoot, ".env.example"), "utf8");

describe(".env.example", () => {
  it("[HS11] names every setting there is and no other", () => {
    const named = [...example.matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name = ""]) => name);

    expect(named.toSorted()).toEqual(Object.keys(configSchema.shape).toSorted());
  });

  it("[HS11] shows the defaults", () => {
    expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
  });

  it.each([
    ["PORT", "many"],
    ["LOG_LEVEL", "loud"],
    ["PUBLIC_URL", "ftp://example.org"],
    ["DEMO_SECRET", "short"],
  ])("[HS11] is named by the refusal of a wrong setting, and so is %s", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`${name}: .*\\.env\\.example`));
  });
});
