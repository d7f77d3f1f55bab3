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

/** `export type Thing = z.infer<typeof thingSchema>`: the schema's own docstring says what it is. */
function isExplainedBySchema(node: ExportNode): boolean {
  const { declaration } = node;
  return (
    declaration?.type === "TSTypeAliasDeclaration" &&
    declaration.typeAnnotation.type === "TSTypeReference" &&
    declaration.typeAnnotation.typeName.type === "TSQualifiedName" &&
    declaration.typeAnnotation.typeName.right.name === "infer"
  );
}

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
    if (!isExport || isExplainedBySchema(node) || hasDocstring(node)) return [];
    return namesOf(node);
  });
}
