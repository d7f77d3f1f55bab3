import { z } from "zod";

const port = z
  .string()
  .regex(/^\d+$/, "must be a whole number")
  .transform(Number)
  .pipe(z.int().max(65_535));

/** Pages of this very computer count as secure over plain http too. */
function isSecurePage(address: string): boolean {
  if (!URL.canParse(address)) return false; // and is refused as no address at all
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Every setting there is, by its environment name. */
export const configSchema = z.object({
  PORT: port.default(3000),
  /** `loopback` listens on 127.0.0.1 and ::1; anything else is an address to listen on. */
  HOST: z.string().min(1).default("loopback"),
  /** Where everything is kept. */
  DATA_DIR: z.string().min(1).default("./data"),
  /** The key that wraps all clip keys; must lie outside DATA_DIR. Default: beside it, `<DATA_DIR>.key`. */
  KEY_FILE: z.string().min(1).optional(),
  /** The address people type, when a proxy with TLS stands in front: `https://review.example.org`. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine(
      isSecurePage,
      "must be https: browsers give video and cryptography to secure pages only",
    )
    .optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  /** Only `npm run demo` sets it: the secret of the link that signs the demo guider in. */
  DEMO_SECRET: z.string().min(20).optional(),
  /** Where the built page lies. */
  CLIENT_DIR: z.string().min(1).default("./dist/client"),
});
export type Config = z.infer<typeof configSchema>;

/** Reads the settings once, or says by name which one is wrong and why. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = configSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`A setting cannot be used. ${lines.join("; ")}. See .env.example.`);
}
