import { expect, it } from "vitest";
import { assertNever, fail, ok } from "#shared/lib/result.ts";

it("[DR16] an outcome is a value or a reason, never both", () => {
  expect(ok(null)).toEqual({ ok: true, value: null });
  expect(fail("covered")).toEqual({ ok: false, reason: "covered" });
});

it("[DR16] a case that was left out breaks loudly, and says which", () => {
  const unheard = { kind: "unheard" } as never; // what the compiler would refuse

  expect(() => assertNever(unheard)).toThrow(/unheard/);
});
