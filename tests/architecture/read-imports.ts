import { Visitor } from "vite";
import type { ESTree } from "vite";

/** The ways in which one module names another. */
export type ImportKind = "static" | "type" | "re-export" | "dynamic" | "url" | "glob";

interface ImportMention {
  readonly kind: ImportKind;
  readonly specifier: string | null;
}

function textOf(node: ESTree.Node | null | undefined): string | null {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral" && node.expressions.length === 0) {
    return node.quasis[0]?.value.cooked ?? null;
  }
  return null;
}

function isImportMeta(node: ESTree.Node | undefined, property: string): boolean {
  return (
    node?.type === "MemberExpression" &&
    node.object.type === "MetaProperty" &&
    node.property.type === "Identifier" &&
    node.property.name === property
  );
}

/** Every module a program names: static, type-only, re-exported, dynamic, by `new URL`, by glob. */
export function readImports(program: ESTree.Program): ImportMention[] {
  const found: ImportMention[] = [];
  const add = (kind: ImportKind, specifier: string | null) => found.push({ kind, specifier });
  new Visitor({
    ImportDeclaration: (node) =>
      add(node.importKind === "type" ? "type" : "static", node.source.value),
    ExportAllDeclaration: (node) => add("re-export", node.source.value),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) add("re-export", node.source.value);
    },
    ImportExpression: (node) => add("dynamic", textOf(node.source)),
    TSImportType: (node) => add("type", textOf(node.source)),
    TSExternalModuleReference: (node) => add("static", textOf(node.expression)),
    NewExpression: (node) => {
      const isUrl = node.callee.type === "Identifier" && node.callee.name === "URL";
      const [address, base] = node.arguments;
      if (isUrl && isImportMeta(base, "url")) add("url", textOf(address));
    },
    CallExpression: (node) => {
      if (isImportMeta(node.callee, "glob")) add("glob", textOf(node.arguments[0]));
      const isRequire = node.callee.type === "Identifier" && node.callee.name === "require";
      if (isRequire) add("dynamic", textOf(node.arguments[0]));
    },
  }).visit(program);
  return found;
}
