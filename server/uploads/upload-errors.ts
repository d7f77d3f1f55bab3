import { ERRORS } from "@tus/server";
import type { Logger } from "pino";
import type { Refused } from "#server/http/refused.ts";
import { refusals } from "#shared/protocol/refusals.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";

/** What tus answers with when something throws it. */
interface ErrorAnswer {
  readonly status_code: number;
  readonly body: string;
}

/** One of the protocol's own refusals, to be thrown. */
export function tusError(name: keyof typeof ERRORS): Error & ErrorAnswer {
  return Object.assign(new Error(name), ERRORS[name]);
}

/** A refusal of ours, to be thrown: its answer is that of every other route. */
export function refusedError({ reason, details }: Refused): Error & ErrorAnswer {
  return Object.assign(new Error(reason), answerOf(reason, details));
}

/**
 * What is answered when something was thrown. The sender understands the protocol's own words for a wrong
 * place and comes back with the right one; the rest is told by name. As everywhere, only the kind of an
 * unexpected error is logged, never its words.
 */
export function answerError(log: Logger): (error: unknown) => ErrorAnswer {
  return (error) => {
    if (isErrorAnswer(error)) {
      const reason = ownReasons[error.status_code];
      return reason === undefined || error.body.startsWith("{") ? error : answerOf(reason);
    }
    const { name, code = null } = error instanceof Error ? withCode(error) : { name: typeof error };
    if (code === "ENOSPC") return answerOf("disk-full");
    log.error({ route: "upload", error: name, code }, "request broke");
    return answerOf("server-error");
  };
}

const ownReasons: Readonly<Record<number, Refusal>> = {
  404: "not-found",
  410: "not-found",
  413: "too-large",
};

function answerOf(reason: Refusal, details?: readonly string[]): ErrorAnswer {
  return {
    status_code: refusals[reason],
    body: JSON.stringify(details === undefined ? { reason } : { reason, details }),
  };
}

function isErrorAnswer(error: unknown): error is ErrorAnswer {
  return typeof error === "object" && error !== null && "status_code" in error && "body" in error;
}

function withCode(error: Error): { readonly name: string; readonly code?: unknown } {
  return { name: error.name, ...("code" in error ? { code: error.code } : {}) };
}
