import pino from "pino";
import type { DestinationStream, Logger } from "pino";
import type { Config } from "#server/config.ts";

/** Whatever somebody logs by mistake, these never reach the log. */
const secretKeys = [
  "secret",
  "password",
  "passwordHash",
  "token",
  "cookie",
  "name",
  "title",
  "url",
];

const redactedPaths = [
  ...secretKeys,
  ...secretKeys.map((key) => `*.${key}`),
  ...secretKeys.map((key) => `*.*.${key}`),
  "req",
  "res",
  "headers",
  "body",
];

/** The server's log: ids and reasons, one JSON line each. */
export function createLog(
  config: Pick<Config, "LOG_LEVEL">,
  destination?: DestinationStream,
): Logger {
  const options = {
    level: config.LOG_LEVEL,
    base: null,
    redact: { paths: redactedPaths, censor: "[removed]" },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
