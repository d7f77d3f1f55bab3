import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** How many files of the folder hold the words or bytes anywhere: tables, free pages and write-ahead log alike. */
export async function filesWith(folder: string, content: string | Uint8Array): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
  const wanted = typeof content === "string" ? content : Buffer.from(content);
  return files.filter((bytes) => bytes.includes(wanted)).length;
}
