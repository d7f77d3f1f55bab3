import type { ESTree } from "vite";
import type { SourceFile } from "#tests/architecture/source-files.ts";

type ExportNode = ESTree.ExportNamedDeclaration | ESTree.ExportDefaultDeclaration;

function namesOf(node: ExportNode): string[] {
  if (node.type === "ExportDefaultDeclaration") return ["default"];
  const { declaration } = node;
  if (declaration === null) {
    // What is passed on from another module is explained there.
    if (node.source !== null) return [];
    return node.specifiers.map(({ exported }) =>
      exported.type === "Literal" ? exported.value : exported.name,
    );
  }
  if (declaration.type === "VariableDeclaration") {
    return declaration.declarations.map(({ id }) => (id.type === "Identifier" ? id.name : "…"));
  }
  if ("id" in declaration && declaration.id?.type === "Identifier") return [declaration.id.name];
  return ["…"];
}

/**
 * A type read off a value says nothing that the value's own docstring does not say: `z.infer<typeof xSchema>`,
 * `(typeof xs)[number]`, `keyof typeof xs`.
 */
function isReadOffValue(node: ExportNode, source: string): boolean {
  const { declaration } = node;
  if (declaration?.type !== "TSTypeAliasDeclaration") return false;
  const { start, end } = declaration.typeAnnotation;
  return /^(?:z\.(?:infer|input|output)<typeof \w+>|\(typeof \w+\)\[number\]|keyof typeof \w+)$/.test(
    source.slice(start, end),
  );
}

/** What one function or component is given is explained by that one. */
const isGivenToOne = (name: string) => /(?:Props|Parts|Ports|Options)$/.test(name);

/** The names a file exports without a docstring right before them. */
export function undocumentedExports({ source, program, comments }: SourceFile): string[] {
  const hasDocstring = (node: ExportNode) =>
    comments.some(
      (comment) =>
        comment.type === "Block" &&
        comment.value.startsWith("*") &&
        comment.end <= node.start &&
        source.slice(comment.end, node.start).trim() === "",
    );
  return program.body.flatMap((node) => {
    const isExport =
      node.type === "ExportNamedDeclaration" || node.type === "ExportDefaultDeclaration";
    if (!isExport || isReadOffValue(node, source) || hasDocstring(node)) return [];
    return namesOf(node).filter((name) => !isGivenToOne(name));
  });
}
