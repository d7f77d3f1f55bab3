import { z } from "zod";
import { callModes } from "#shared/call/call-path.ts";

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

/** What browsers are told to ask for a way through a network, comma between them. */
const turnUrls = z
  .string()
  .regex(/^\s*(?:stun|turns?):[^\s/,]+(?:\s*,\s*(?:stun|turns?):[^\s/,]+)*\s*$/, {
    error: "must be stun:, turn: or turns: addresses",
    abort: true,
  })
  .transform((list) => list.split(",").map((url) => url.trim()));

/** A relay wants credentials; a `stun:` server only tells a browser its own address. */
export const isRelay = (url: string): boolean => /^turns?:/.test(url);

/** Every setting there is, by its environment name. */
export const configSchema = z
  .object({
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
    /** Which way voices and faces go; see `CallMode`. */
    CALL_MODE: z.enum(callModes).default("auto"),
    /** The address the call's router listens on. Default: that of the page. */
    CALL_LISTEN: z.union([z.ipv4(), z.ipv6()], "must be an IP address").optional(),
    /** The address or name under which browsers find the router, when it is another one. */
    CALL_ANNOUNCED_ADDRESS: z
      .union([z.ipv4(), z.ipv6(), z.hostname()], "must be an address or a name, without a port")
      .optional(),
    /** UDP and TCP; 0 takes any. Each further worker takes the next one. */
    CALL_PORT: port.default(3001),
    CALL_WORKERS: z.coerce.number().pipe(z.int().min(1).max(16)).default(1),
    /** The router's program; default: mediasoup's own, where `call setup` puts it. */
    MEDIASOUP_WORKER_BIN: z.string().min(1).optional(),
    TURN_URLS: turnUrls.optional(),
    /** Shared with the relay (coturn's `static-auth-secret`). */
    TURN_SECRET: z.string().min(16).optional(),
  })
  .refine(
    ({ TURN_URLS = [], TURN_SECRET }) => TURN_SECRET !== undefined || !TURN_URLS.some(isRelay),
    { path: ["TURN_SECRET"], message: "is needed for turn: and turns: addresses" },
  );
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
