import { expect, it } from "vitest";
import { readFrameworkFile, writeFrameworkFile } from "#shared/board/framework-file.ts";
import { defaultFramework, familyIds } from "#shared/board/framework.ts";
import { ok } from "#shared/lib/result.ts";

const { families } = defaultFramework;
/** A whole file with one family's labels replaced. */
const fileWith = (labels: unknown[], familyId = "receiving") =>
  JSON.stringify({
    format: "sameframe-framework",
    version: 1,
    families: familyIds.map((id) => ({ id, labels: id === familyId ? labels : [] })),
  });

it("[BD61] [A19] reads back every label of a file it wrote, with its id", () => {
  expect(readFrameworkFile(writeFrameworkFile(families))).toEqual(ok(families));
  expect(readFrameworkFile(`\uFEFF${writeFrameworkFile(families)}`)).toEqual(ok(families));
});

it("[BD61] takes labels written by hand as words alone, and gives them ids", () => {
  const read = readFrameworkFile(
    fileWith(["nods", { id: "receiving.hums", text: "hums" }, "nods"]),
  );

  expect(read.ok && read.value[2]?.labels).toEqual([
    { id: "receiving.nods", text: "nods" },
    { id: "receiving.hums", text: "hums" },
    { id: "receiving.nods-2", text: "nods" },
  ]);
});

it.each([
  ["no JSON", "{not json", "not-json"],
  ["nothing", "", "not-json"],
  ["a list", "[]", "other-file"],
  ["another format", '{"format":"other","version":1,"families":[]}', "other-file"],
  ["a later version", '{"format":"sameframe-framework","version":2,"families":[]}', "other-file"],
  ["labels that are numbers", fileWith([7]), "other-file"],
  ["no family", '{"format":"sameframe-framework","version":1,"families":[]}', "families"],
  ["an unknown family", fileWith([]).replace('"guiding"', '"leading"'), "families"],
  ["a family twice", fileWith([]).replace('"guiding"', '"attuned"'), "families"],
  ["an empty label", fileWith(["  "]), "label-words"],
  ["a very long label", fileWith(["x".repeat(81)]), "label-words"],
  ["seventeen labels", fileWith(Array.from({ length: 17 }, (_, n) => `label ${n}`)), "label-count"],
  ["one id twice", fileWith([label("receiving.a"), label("receiving.a")]), "label-twice"],
  ["an id of another family", fileWith([label("guiding.a")]), "label-twice"],
  ["an id of a prototype", fileWith([label("__proto__")]), "label-twice"],
])("[BD61] [A19] refuses a file with %s by its reason", (_what, content, reason) => {
  expect(readFrameworkFile(content)).toEqual({ ok: false, reason });
});

function label(id: string) {
  return { id, text: "words" };
}
