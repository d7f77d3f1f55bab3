import { scenarioA } from "./scenario-a.mjs";
import { scenarioB } from "./scenario-b.mjs";

/** What `--scenario` takes: a whole journey by its letter, or a house without any. */
export const scenarios = { a: scenarioA, b: scenarioB, empty: { ...scenarioA, journey: null } };
