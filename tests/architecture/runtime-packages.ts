import { z } from "zod";

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean().optional(), optional: z.boolean().optional() }),
  ),
});

/**
 * The places in node_modules that the running product is made of, from the text of package-lock.json.
 * Of a package that comes in one build for each kind of machine, those builds are not counted.
 */
export function runtimePackages(lockText: string): string[] {
  const { packages } = lockSchema.parse(JSON.parse(lockText));
  return Object.entries(packages)
    .filter(([path, entry]) => path !== "" && entry.dev !== true && entry.optional !== true)
    .map(([path]) => path);
}
