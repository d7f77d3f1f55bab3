import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build, preview } from "vite";
import { projectRoot } from "#tests/helpers/project-root.ts";

/** Builds the page of two joined boards into `folder` and serves it; answers its address and an end. */
export async function servePage(folder: string) {
  const root = join(projectRoot, "tests/client/board/page");
  const common = { root, configFile: false, logLevel: "error" } as const;
  const output = { outDir: folder, emptyOutDir: true };
  await build({ ...common, plugins: [react()], build: { ...output, minify: false } });
  const server = await preview({
    ...common,
    build: output,
    preview: { host: "127.0.0.1", port: 0, open: false },
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error("the page is not served");
  return { address, close: () => server.close() };
}
