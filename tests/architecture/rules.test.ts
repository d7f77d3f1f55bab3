import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRules } from "#tests/architecture/read-rules.ts";
import { readTestTitles } from "#tests/architecture/read-test-titles.ts";
import { parseSource, readSourceFiles } from "#tests/architecture/source-files.ts";
import { projectRoot } from "#tests/helpers/project-root.ts";

const testTitles = () =>
  readSourceFiles(["tests"])
    .filter((file) => /\.test\.tsx?$|^tests\/contract\/describe-/.test(file.path))
    .flatMap(readTestTitles);
const idsOf = (title: string) =>
  [...title.matchAll(/\[([A-Z]+\d+(?:\.\d+)?)\]/g)].map(([, id]) => id);

describe("RULES.md", () => {
  it("[HS3] states each rule once, and a test proves each", () => {
    const ids = readRules(readFileSync(join(projectRoot, "RULES.md"), "utf8")).map(({ id }) => id);
    const proved = new Set(testTitles().flatMap(idsOf));

    expect(ids.length).toBeGreaterThan(8);
    expect(proved.size).toBeGreaterThan(8);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.filter((id) => !proved.has(id))).toEqual([]);
  });

  it("[HS3] knows every house rule that a test claims to prove", () => {
    const rules = readRules(readFileSync(join(projectRoot, "RULES.md"), "utf8"));
    const known = new Set(rules.map(({ id }) => id));
    // Ids of the background pages (PEERS.md A5, DOMAIN.md F4.1) may stand in a title beside the rule's.
    const areas = new Set(rules.map(({ id }) => id.replace(/\d.*$/, "")));

    const claimed = testTitles()
      .flatMap(idsOf)
      .filter((id) => id !== undefined && areas.has(id.replace(/\d.*$/, "")));

    expect(claimed.length).toBeGreaterThan(8);
    expect([...new Set(claimed)].filter((id) => id !== undefined && !known.has(id))).toEqual([]);
  });

  it("[HS3] reads the titles of plain, repeated and Playwright tests", () => {
    const source = `
      it("[AB1] one", () => {});
      it.each([1, 2])("[AB2] two", () => {});
      test(\`[AB3] three\`, async () => {});
      it.skip("[AB4] skipped", () => {});
      describe("[AB5] a group", () => {});
      // it("[AB6] a comment", () => {});
    `;

    const titles = readTestTitles(parseSource("tests/a.test.ts", source));

    expect(titles).toEqual(["[AB1] one", "[AB2] two", "[AB3] three"]);
  });
});
