import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { importTable, keptPackages } from "#tests/architecture/import-table.ts";
import type { ImportRow } from "#tests/architecture/import-table.ts";
import type { SourceFile, SourceImport } from "#tests/architecture/source-files.ts";
import { projectRoot } from "#tests/helpers/project-root.ts";

interface FittingRow {
  readonly row: ImportRow;
  /** What `<name>` stood for. */
  readonly name: string;
}

function rowOf(path: string): FittingRow | null {
  for (const row of importTable) {
    const pattern = new RegExp(`^${row.of.replace("<name>", "(?<name>[^/]+)")}`);
    const match = pattern.exec(path);
    if (match !== null) return { row, name: match.groups?.["name"] ?? "" };
  }
  return null;
}

function liesIn(path: string, places: readonly string[]): boolean {
  return places.some((place) => (place.endsWith("/") ? path.startsWith(place) : path === place));
}

function faultOfFile(path: string, file: string, { row, name }: FittingRow): string | null {
  const places = row.files.map((place) => place.replace("<name>", name));
  if (!liesIn(file, places)) return `${row.of} may not name ${file}`;
  // A generated file (`?worker&url`, JSON) must be there all the same.
  if (!existsSync(join(projectRoot, file))) return `${file} is not there (write the real ending)`;
  if (/\/index\.tsx?$/.test(file)) return `${file}: no index files`;
  return path === file ? "names itself" : null;
}

function faultOfPackage(path: string, packageName: string, { row }: FittingRow): string | null {
  const isNode = packageName.startsWith("node:");
  const isListed = row.packages === "any" || row.packages.includes(isNode ? "node:" : packageName);
  if (!isListed) return `${row.of} may not name the package ${packageName}`;
  const kept = keptPackages.find(
    (one) => one.packages.includes(packageName) && path.startsWith(one.within),
  );
  if (kept === undefined || liesIn(path, kept.onlyIn)) return null;
  return `${packageName} belongs to ${kept.onlyIn.join(", ")} alone`;
}

function faultOfSpelling(path: string, { kind, specifier, file }: SourceImport): string | null {
  // A test may compute the address of a fixture; of a module nobody may.
  if (specifier === null && kind === "url" && path.startsWith("tests/")) return null;
  if (specifier === null) return "a computed address cannot be checked: write it out";
  if (kind === "glob") return "a glob hides what is named: write it out";
  if (specifier.startsWith("../")) return `${specifier}: begin with #client, #server, #shared`;
  const isNeighbour = file !== null && dirname(file) === dirname(path);
  if (specifier.startsWith("./") && !isNeighbour) return `${specifier} is not in the same folder`;
  return null;
}

/** Everything about one file's imports that the table does not allow, one line each. */
export function importFaults(file: SourceFile): string[] {
  const fitting = rowOf(file.path);
  if (fitting === null) return [`${file.path}: no row of the table fits this folder`];
  return file.imports.flatMap((one) => {
    const fault =
      faultOfSpelling(file.path, one) ??
      (one.file !== null ? faultOfFile(file.path, one.file, fitting) : null) ??
      (one.packageName !== null ? faultOfPackage(file.path, one.packageName, fitting) : null);
    return fault === null ? [] : [`${file.path}: ${fault}`];
  });
}
