import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectRoot } from "#tests/helpers/project-root.ts";
import { protocolReference } from "#tests/helpers/protocol-reference.ts";

const path = join(projectRoot, "docs/protocol.md");
const mark =
  "<!-- From here on written from the tables in shared/protocol: UPDATE_DOCS=1 npx vitest run tests/architecture/protocol-doc.test.ts -->";

it("[HS12] docs/protocol.md lists every route, event and close code as the program has them", () => {
  const [before = ""] = readFileSync(path, "utf8").split(mark);
  const current = `${before.trimEnd()}\n\n${mark}\n\n${protocolReference()}\n`;

  if (process.env["UPDATE_DOCS"] === "1") writeFileSync(path, current);

  expect(readFileSync(path, "utf8")).toBe(current);
});
