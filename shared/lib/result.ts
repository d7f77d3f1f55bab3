/** An expected outcome: a value, or a refusal named in kebab-case. Exceptions are for bugs and broken I/O. */
export type Result<Value, Reason extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason };

/** Wraps a value as a success. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps a refusal. */
export function fail<Reason extends string>(
  reason: Reason,
): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason };
}

/** Closes a `switch` over a union: the compiler refuses it when a case is left out. */
export function assertNever(value: never): never {
  throw new Error(`a case was left out: ${JSON.stringify(value)}`);
}
