import { describe, expect, it } from "vitest";
import { undocumentedExports } from "#tests/architecture/undocumented-exports.ts";
import { parseSource, readSourceFiles } from "#tests/architecture/source-files.ts";

describe("docstrings", () => {
  it("[HS4] stand before every export of the product", () => {
    const files = readSourceFiles(["client", "server", "shared"]);

    const faults = files.flatMap((file) =>
      undocumentedExports(file).map((name) => `${file.path}: ${name}`),
    );

    expect(files.length).toBeGreaterThan(20);
    expect(faults).toEqual([]);
  });

  it("[HS4] are missed where there are none, and not asked of a type read off a value", () => {
    const source = `
      /** What a thing is. */
      export const thingSchema = z.strictObject({});
      export type Thing = z.infer<typeof thingSchema>;
      export type Kind = Thing["kind"];
      /** The two roles. */
      export const roles = ["guider", "practitioner"] as const;
      export type Role = (typeof roles)[number];
      // A plain comment.
      export function change() {}
      const hidden = 1;
      export { hidden };
    `;

    const names = undocumentedExports(parseSource("shared/a.ts", source));

    expect(names).toEqual(["Kind", "change", "hidden"]);
  });
});
