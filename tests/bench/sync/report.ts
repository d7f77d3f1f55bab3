import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { projectRoot } from "#tests/helpers/project-root.ts";
import { printTable } from "./statistics.ts";
import type { Row } from "./verdicts.ts";

/** The rows as a table with their verdicts. */
export const verdictTable = (rows: readonly Row[]): string =>
  printTable(
    ["quantity", "found", "target", "verdict"],
    rows.map(({ quantity, found, target, verdict }) => [quantity, found, target, verdict]),
  );

/** What the machine is, in one line. */
export function machineWords(): string {
  const [first] = cpus();
  const model = first?.model.trim() || process.arch;
  return `${cpus().length} x ${model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.version}`;
}

const path = join(projectRoot, "docs", "benchmarks.md");
const head = `# Benchmarks

Each section is what its command last wrote here with \`--write\`. Distances are read from pixels, in real
browsers, each behind its own delay proxy, the second one's wall clock wrong by 41 s.
`;

/** Replaces the section of this command in docs/benchmarks.md, or adds it. */
export function writeSection(command: string, body: string): void {
  const before = existsSync(path) ? readFileSync(path, "utf8") : head;
  writeFileSync(path, withSection(before, command, `${sectionHead(command)}${body}\n`));
}

const sectionHead = (command: string) =>
  `## ${command}\n\n${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC. ${machineWords()}.\n\n`;

/** That page with the section of this command replaced or added; others stay as they are. */
export function withSection(page: string, command: string, section: string): string {
  const sections = page.split(/^(?=## )/m);
  const place = sections.findIndex((each) => each.startsWith(`## ${command}\n`));
  const kept = sections.map((each) => each.trimEnd());
  if (place < 0) kept.push(section.trimEnd());
  else kept[place] = section.trimEnd();
  return `${kept.join("\n\n")}\n`;
}
