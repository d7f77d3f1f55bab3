import type { Migration } from "./migration.ts";

/** Since when somebody no longer signs in; null while they do. */
export const migration0007: Migration = {
  version: 7,
  statements: ({ integer }) => [`alter table accounts add column closed_at_ms ${integer}`],
};
