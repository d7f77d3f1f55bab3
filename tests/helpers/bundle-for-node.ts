import { createHash, randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { projectRoot } from "#tests/helpers/project-root.ts";

/**
 * Bundles a TypeScript module of this project as it is now, so that a test can run it in a thread or
 * process of its own. The file is named by its content and lies inside `node_modules`, where it finds
 * the packages it imports.
 */
export async function bundleForNode(entry: string): Promise<URL> {
  const built = await build({
    root: projectRoot,
    configFile: false,
    logLevel: "error",
    build: {
      ssr: entry,
      target: "node20",
      write: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  if (!("output" in built)) throw new Error(`${entry} was not bundled into one output`);
  const [module] = built.output;
  const folder = join(projectRoot, "node_modules", ".cache", "sameframe-tests");
  const name = createHash("sha256").update(module.code).digest("hex").slice(0, 16);
  const path = join(folder, `${name}.mjs`);
  const draft = join(folder, `${randomUUID()}.draft`);
  await mkdir(folder, { recursive: true });
  await writeFile(draft, module.code);
  await rename(draft, path); // whole or not at all: another test may be making the same file
  return pathToFileURL(path);
}
