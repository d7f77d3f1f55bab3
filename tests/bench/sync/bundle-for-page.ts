import { build } from "vite";
import { projectRoot } from "#tests/helpers/project-root.ts";

/** Bundles a page's script of the benchmarks, with everything it imports, into one text. */
export async function bundleForPage(entry: string): Promise<string> {
  const built = await build({
    root: projectRoot,
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { codeSplitting: false } },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !("output" in output)) throw new Error(`${entry} was not bundled`);
  return output.output[0].code;
}
