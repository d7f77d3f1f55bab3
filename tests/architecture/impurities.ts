import { Visitor } from "vite";
import type { ESTree } from "vite";
import type { SourceFile } from "#tests/architecture/source-files.ts";

const surroundings = new Set([
  "performance",
  "crypto",
  "process",
  "console",
  "globalThis",
  "window",
  "document",
  "navigator",
  "localStorage",
  "fetch",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "requestAnimationFrame",
]);

const isNamed = (node: ESTree.Node | null | undefined, name: string) =>
  node?.type === "Identifier" && node.name === name;

function propertyOf(node: ESTree.MemberExpression): string | null {
  if (node.property.type === "Identifier") return node.property.name;
  if (node.property.type === "Literal") return String(node.property.value);
  return null;
}

/** Names that stand for a key, a field or a type, not for a thing of the surroundings. */
function namesOnly(program: ESTree.Program): Set<unknown> {
  const names = new Set<unknown>();
  new Visitor({
    MemberExpression: (node) => {
      if (!node.computed) names.add(node.property);
    },
    Property: (node) => {
      if (!node.computed && !node.shorthand) names.add(node.key);
    },
    TSPropertySignature: (node) => names.add(node.key),
  }).visit(program);
  return names;
}

/** What a file takes from its surroundings: the time, chance, input, output, globals. */
export function impurities({ program }: SourceFile): string[] {
  const names = namesOnly(program);
  const found: string[] = [];
  new Visitor({
    MemberExpression: (node) => {
      const property = propertyOf(node);
      if (isNamed(node.object, "Date") && property === "now") found.push("Date.now");
      if (isNamed(node.object, "Math") && property === "random") found.push("Math.random");
    },
    NewExpression: (node) => {
      if (isNamed(node.callee, "Date") && node.arguments.length === 0) found.push("new Date()");
    },
    CallExpression: (node) => {
      if (isNamed(node.callee, "Date")) found.push("Date()");
    },
    VariableDeclarator: (node) => {
      for (const name of ["Date", "Math"]) {
        if (isNamed(node.init, name)) found.push(`${name} taken apart`);
      }
    },
    Identifier: (node) => {
      if (surroundings.has(node.name) && !names.has(node)) found.push(node.name);
    },
  }).visit(program);
  return found;
}
