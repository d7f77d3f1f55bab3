import type { Scenario } from "./scenarios.d.mts";
import type { Visitor } from "./visitor.d.mts";

/** The first account of a new server, and what its organisation is called. */
export function setUp(
  guider: Visitor,
  scenario: Scenario,
  secret: string,
  password: string,
): Promise<void>;
