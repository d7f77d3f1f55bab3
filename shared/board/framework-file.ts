import { z } from "zod";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import {
  familiesSchema,
  familyIds,
  frameworkLimits,
  labelSchema,
  newLabelId,
} from "./framework.ts";
import type { Families, FamilyId, Label } from "./framework.ts";

/** What the file says it is. */
const format = "sameframe-framework";
const version = 1;

/**
 * Why a file cannot be taken over. `not-json`: not even text with braces. `other-file`: something else.
 * `families`: not each of the six once. `label-words`: a label without words, or of too many.
 * `label-count`: too many in one family. `label-twice`: one id for two labels, or an id of another family.
 */
export type FrameworkFileRefusal =
  | "not-json"
  | "other-file"
  | "families"
  | "label-words"
  | "label-count"
  | "label-twice";

const fileSchema = z.looseObject({
  format: z.literal(format),
  version: z.literal(version),
  families: z.array(
    z.looseObject({
      id: z.string(),
      // Written by hand, a label may be its words alone.
      labels: z.array(z.union([z.string(), z.looseObject({ id: z.string(), text: z.string() })])),
    }),
  ),
});
type FileFamily = z.infer<typeof fileSchema>["families"][number];

/** The families as a file that people can read, change and send to one another. */
export function writeFrameworkFile(families: Families): string {
  const rows = families.map(({ familyId, labels }) => ({ id: familyId, labels }));
  return `${JSON.stringify({ format, version, families: rows }, null, 2)}\n`;
}

/** Reads such a file: all of it, or the first reason why not. */
export function readFrameworkFile(content: string): Result<Families, FrameworkFileRefusal> {
  const json = parseJson(content);
  if (json === undefined) return fail("not-json");
  const file = fileSchema.safeParse(json);
  if (!file.success) return fail("other-file");
  const { families } = file.data;
  const isEach = familyIds.every((id) => families.filter((one) => one.id === id).length === 1);
  if (!isEach || families.length !== familyIds.length) return fail("families");
  if (families.some(({ labels }) => labels.length > frameworkLimits.labelsPerFamily))
    return fail("label-count");

  const read = familyIds.map((familyId) => readFamily(familyId, families));
  if (read.some(({ labels }) => labels.some(({ text }) => !areWords(text))))
    return fail("label-words");
  const whole = familiesSchema.safeParse(read);
  return whole.success ? ok(whole.data) : fail("label-twice");
}

function readFamily(familyId: FamilyId, families: readonly FileFamily[]) {
  const labels: Label[] = [];
  const given = families.find(({ id }) => id === familyId)?.labels ?? [];
  const taken = given.flatMap((label) => (typeof label === "string" ? [] : [label.id]));
  for (const label of given) {
    if (typeof label !== "string") {
      labels.push({ id: label.id, text: label.text });
      continue;
    }
    const id = newLabelId(familyId, label, taken);
    taken.push(id);
    labels.push({ id, text: label });
  }
  return { familyId, labels };
}

function areWords(text: string): boolean {
  return labelSchema.shape.text.safeParse(text).success;
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, "")); // some editors put a mark before the first letter
  } catch {
    return undefined; // no JSON: the caller says so
  }
}
