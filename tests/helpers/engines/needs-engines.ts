import { test } from "@playwright/test";
import type { EngineName } from "./engine-page.ts";
import { missingEngines } from "./open-engine-page.ts";

/** A machine without an engine does not run its pairs and says so; where everything is installed, it fails. */
export function needs(engines: readonly EngineName[]): void {
  const missing = missingEngines(engines);
  if (missing.length === 0) return;
  const words = `there is no ${missing.join(" and no ")} on this machine`;
  if (process.env["CI"] !== undefined) throw new Error(`In CI ${words}.`);
  test.skip(true, words);
}
