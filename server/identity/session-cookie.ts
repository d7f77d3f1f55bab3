import { parseCookie, stringifySetCookie } from "cookie";
import type { Config } from "#server/config.ts";
import type { RehearsalScope } from "#server/context.ts";

/** A cookie's value is 32 random bytes as base64url; anything else is not ours. */
const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/** Reads and writes the one cookie there is. */
export interface SessionCookie {
  /** The token of a `Cookie` header, or null when there is none that could be ours. */
  read(header: string | undefined): string | null;
  /** A `Set-Cookie` header that keeps the token for so long. */
  write(token: string, maxAgeMs: number): string;
  /** A `Set-Cookie` header that takes it away. */
  clear(): string;
}

/**
 * `__Host-sid` with Secure behind https; plain `sid` on loopback http, where WebKit drops Secure cookies.
 * A cookie of the other name is never read, so that a plain one cannot stand in for the strict one. A
 * rehearsal's has its own name and path, so that it never takes the place of its guider's.
 */
export function createSessionCookie(
  config: Pick<Config, "PUBLIC_URL">,
  rehearsal?: Pick<RehearsalScope, "path">,
): SessionCookie {
  const isHttps = config.PUBLIC_URL?.startsWith("https:") ?? false;
  const ownName = isHttps ? "__Host-sid" : "sid";
  const name = rehearsal === undefined ? ownName : isHttps ? "__Secure-rehearsal" : "rehearsal";
  const path = rehearsal?.path ?? "/";
  const options = { httpOnly: true, secure: isHttps, sameSite: "strict", path } as const;

  return {
    read: (header) => {
      if (header === undefined) return null;
      const token = parseCookie(header)[name];
      return token !== undefined && tokenPattern.test(token) ? token : null;
    },
    write: (token, maxAgeMs) =>
      stringifySetCookie(name, token, {
        ...options,
        maxAge: Math.max(0, Math.floor(maxAgeMs / 1000)),
      }),
    clear: () => stringifySetCookie(name, "", { ...options, maxAge: 0 }),
  };
}
