import type { ErrorRequestHandler } from "express";
import type { Logger } from "pino";
import type { Refusal } from "#shared/protocol/refusals.ts";
import { refuse } from "./refused.ts";

/**
 * The one place where exceptions become answers. What was sent wrongly is told by name; anything else is
 * a generic answer. Logged are the kind of error and where it was thrown, never its words: they can hold
 * what people typed.
 */
export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const reason = reasonOf(error);
    if (reason === "server-error") {
      log.error({ method: request.method, ...traceOf(error) }, "request broke");
    }
    if (response.headersSent) next(error);
    else refuse(response, reason);
  };
}

/** Body and address parsers throw errors that carry a 4xx status; ours never do. */
function reasonOf(error: unknown): Refusal {
  const status: unknown = error instanceof Error && "status" in error ? error.status : null;
  if (typeof status !== "number" || status < 400 || status > 499) return "server-error";
  return status === 413 ? "too-large" : "invalid";
}

function traceOf(error: unknown): { error: string; code?: unknown; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const at = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  return { error: error.name, ...("code" in error ? { code: error.code } : {}), at };
}
