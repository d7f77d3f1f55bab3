import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "#client/text/en.ts";
import { deficitWordsIn } from "#tests/architecture/deficit-words.ts";
import { readCatalogue } from "#tests/architecture/read-catalogue.ts";
import { readSourceFiles } from "#tests/architecture/source-files.ts";
import { projectRoot } from "#tests/helpers/project-root.ts";

const areas = () => readSourceFiles(["client/text/en"]);

describe("the text on screen", () => {
  it("[HS5] says nothing in the words of a deficit", () => {
    const messages = areas().flatMap(readCatalogue);

    const faults = messages.flatMap(({ id, message }) =>
      deficitWordsIn(message).map((word) => `${id}: "${word}" in "${message}"`),
    );

    expect(messages.length).toBeGreaterThan(20);
    expect(faults).toEqual([]);
  });

  it("[HS5] has each id once, in one area, and every area is merged", () => {
    const messages = areas().flatMap(readCatalogue);
    const ids = messages.map(({ id }) => id);

    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);

    expect(twice).toEqual([]);
    expect(ids.toSorted()).toEqual(Object.keys(en).toSorted());
    expect(areas()).toHaveLength(readdirSync(join(projectRoot, "client/text/en")).length);
  });

  it.each([
    ["You failed to wait", ["failed"]],
    ["A weakness, and two Problems", ["weakness", "problems"]],
    ["What you should have done", ["should have"]],
    ["challenging behaviour", ["challenging behaviour"]],
    ["It is lacking", ["lacking"]],
    ["What went well, and the wrongs", ["wrongs"]],
  ])("[HS5] finds the words in %s", (message, words) => {
    expect(deficitWordsIn(message)).toEqual(words);
  });

  it.each(["We could not reach the room.", "A black badge", "scoreboard", "The clip is {wrong}"])(
    "[HS5] finds none in %s",
    (message) => {
      expect(deficitWordsIn(message)).toEqual([]);
    },
  );
});
