import { Visitor } from "vite";
import type { ESTree } from "vite";
import type { SourceFile } from "#tests/architecture/source-files.ts";

function titleOf(node: ESTree.Node | undefined): string | null {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral") {
    return node.quasis.map((quasi) => quasi.value.cooked ?? "").join("…");
  }
  return null;
}

/** `it`, `test`, and what is made of them by `.each(...)`; never `.skip` or `.todo`: those prove nothing. */
function isTest(callee: ESTree.Node): boolean {
  if (callee.type === "Identifier") return callee.name === "it" || callee.name === "test";
  if (callee.type === "CallExpression") return isTest(callee.callee);
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return false;
  return ["each", "for", "concurrent"].includes(callee.property.name) && isTest(callee.object);
}

/** The titles of all tests in a file, as they are written. */
export function readTestTitles(file: SourceFile): string[] {
  const titles: string[] = [];
  new Visitor({
    CallExpression: (node) => {
      const title = isTest(node.callee) ? titleOf(node.arguments[0]) : null;
      if (title !== null) titles.push(title);
    },
  }).visit(file.program);
  return titles;
}
