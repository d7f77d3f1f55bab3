import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { parseSync } from "vite";
import type { ESTree, ParseResult } from "vite";
import { readImports } from "#tests/architecture/read-imports.ts";
import type { ImportKind } from "#tests/architecture/read-imports.ts";
import { projectRoot } from "#tests/helpers/project-root.ts";

/** One mention of another module. */
export interface SourceImport {
  readonly kind: ImportKind;
  /** As it is written; `null` when it is computed at run time. */
  readonly specifier: string | null;
  /** The file of this project it means (`shared/lib/result.ts`), or null for a package. */
  readonly file: string | null;
  /** The package it means (`zod`, `@lingui/core`, `node:fs`), or null for a file of this project. */
  readonly packageName: string | null;
}

/** One TypeScript file of the project, parsed. */
export interface SourceFile {
  /** From the project's folder, with `/`. */
  readonly path: string;
  readonly source: string;
  readonly program: ESTree.Program;
  readonly comments: ParseResult["comments"];
  readonly imports: readonly SourceImport[];
}

/** The folders of the project that hold TypeScript. */
export const allFolders = ["client", "server", "shared", "tests"] as const;

function pathsUnder(folder: string): string[] {
  if (!existsSync(join(projectRoot, folder))) return [];
  return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .toSorted();
}

/** The file a specifier means, seen from `path`; null for a package. What follows `?` is the bundler's. */
export function fileOf(path: string, specifier: string): string | null {
  const [plain = ""] = specifier.split("?");
  if (plain.startsWith("#")) return plain.slice(1);
  if (plain.startsWith(".")) return posix.normalize(posix.join(dirname(path), plain));
  return null;
}

/** The package a bare specifier means: `@scope/name` or `name`, `node:fs` for `node:fs/promises`. */
export function packageOf(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? specifier);
}

/** Parses one source text as if it lay at `path`. */
export function parseSource(path: string, source: string): SourceFile {
  const { program, comments, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const imports = readImports(program).map(({ kind, specifier }): SourceImport => {
    const file = specifier === null ? null : fileOf(path, specifier);
    const isPackage = specifier !== null && file === null;
    return { kind, specifier, file, packageName: isPackage ? packageOf(specifier) : null };
  });
  return { path, source, program, comments, imports };
}

/** Reads and parses every TypeScript file under the given folders. */
export function readSourceFiles(folders: readonly string[] = allFolders): SourceFile[] {
  return folders
    .flatMap(pathsUnder)
    .map((path) => parseSource(path, readFileSync(join(projectRoot, path), "utf8")));
}
