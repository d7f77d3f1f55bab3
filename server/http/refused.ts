import type { Response } from "express";
import { refusals } from "#shared/protocol/refusals.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";

/** A handler's refusal, with plain facts for its sentence when there are any. */
export interface Refused {
  readonly ok: false;
  readonly reason: Refusal;
  readonly details?: readonly string[];
}

/** Answers with a refusal by name and the status that goes with it. Nothing else is told. */
export function refuse(response: Response, reason: Refusal, details?: readonly string[]): void {
  response.status(refusals[reason]).json(details === undefined ? { reason } : { reason, details });
}
