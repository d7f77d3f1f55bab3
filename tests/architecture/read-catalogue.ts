import { Visitor } from "vite";
import type { ESTree } from "vite";
import type { SourceFile } from "#tests/architecture/source-files.ts";

interface CatalogueEntry {
  readonly id: string;
  readonly message: string;
}

function wordsOf(node: ESTree.Node): string | null {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral") {
    return node.quasis.map((quasi) => quasi.value.cooked ?? "").join("");
  }
  if (node.type !== "BinaryExpression" || node.operator !== "+") return null;
  const parts = [wordsOf(node.left), wordsOf(node.right)];
  return parts.includes(null) ? null : parts.join("");
}

/** Every `"area.key": "message"` of a catalogue file. A message that is not plain text throws. */
export function readCatalogue(file: SourceFile): CatalogueEntry[] {
  const entries: CatalogueEntry[] = [];
  new Visitor({
    Property: (node) => {
      const id = node.key.type === "Literal" ? node.key.value : null;
      const message = wordsOf(node.value);
      if (typeof id !== "string" || message === null) {
        throw new Error(`${file.path}: write every message as "area.key": "text".`);
      }
      entries.push({ id, message });
    },
  }).visit(file.program);
  return entries;
}
