import type { RequestHandler } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import type { RouteName } from "#shared/protocol/http-api.ts";
import { refuse } from "./refused.ts";

/** So many in a window of time. */
export interface HttpLimit {
  readonly limit: number;
  readonly windowMs: number;
}

/** The limits of what a stranger may try. */
export interface HttpLimits {
  /** Tries that did not succeed, for one name and for one address. */
  readonly signInPerName: HttpLimit;
  readonly signInPerAddress: HttpLimit;
  readonly openWayInPerAddress: HttpLimit;
  /** Opening a person's link and taking permissions back by it. */
  readonly heldPerAddress: HttpLimit;
  /** Beginning, asking and going on: a line that breaks often asks often. */
  readonly uploadPerAddress: HttpLimit;
  /** Opening links to strengths summaries, right or wrong. */
  readonly summaryPerAddress: HttpLimit;
}

const minuteMs = 60_000;

/** Five tries a name and twenty an address in a quarter of an hour; ten opened links, 20 of people, 300 steps of uploads, 60 summaries a minute. */
export const httpLimits: HttpLimits = {
  signInPerName: { limit: 5, windowMs: 15 * minuteMs },
  signInPerAddress: { limit: 20, windowMs: 15 * minuteMs },
  openWayInPerAddress: { limit: 10, windowMs: minuteMs },
  heldPerAddress: { limit: 20, windowMs: minuteMs },
  uploadPerAddress: { limit: 300, windowMs: minuteMs },
  summaryPerAddress: { limit: 60, windowMs: minuteMs },
};

/** The limiters of each limited route, in order; they run once the body has been read. */
export type RouteLimiters = Partial<Record<RouteName, readonly RequestHandler[]>>;

/** Limiters that count in this process. Failures only for signing in, every opening for a way in. */
export function createRouteLimiters(limits: HttpLimits): RouteLimiters {
  const perAddress = limiter(limits.signInPerAddress, { failuresOnly: true, by: "address" });
  const perName = limiter(limits.signInPerName, { failuresOnly: true, by: "name" });
  const heldPerAddress = limitByAddress(limits.heldPerAddress);
  return {
    signIn: [perAddress, perName],
    signInToDemo: [perAddress],
    setUp: [perAddress],
    readJoining: [perAddress],
    join: [perAddress],
    openWayIn: [limitByAddress(limits.openWayInPerAddress)],
    openOwnLink: [limitByAddress(limits.openWayInPerAddress)],
    openHeld: [heldPerAddress],
    withdrawHeld: [heldPerAddress],
  };
}

/** Counts every request of one network address. */
export function limitByAddress(limit: HttpLimit): RequestHandler {
  return limiter(limit, { failuresOnly: false, by: "address" });
}

function limiter(
  { limit, windowMs }: HttpLimit,
  { failuresOnly, by }: { failuresOnly: boolean; by: "address" | "name" },
): RequestHandler {
  return rateLimit({
    limit,
    windowMs,
    skipSuccessfulRequests: failuresOnly,
    standardHeaders: false,
    legacyHeaders: false,
    validate: false,
    keyGenerator: (request) =>
      by === "address" ? ipKeyGenerator(request.ip ?? "") : nameIn(request.body),
    handler: (_request, response) => refuse(response, "too-many-requests"),
  });
}

/** The name somebody signs in with, however it is spaced and written. */
function nameIn(body: unknown): string {
  const name: unknown =
    typeof body === "object" && body !== null && "name" in body ? body.name : "";
  return typeof name === "string"
    ? name.trim().normalize("NFC").toLocaleLowerCase("en").slice(0, 60)
    : "";
}
