import { migration0001 } from "./0001-journeys.ts";
import { migration0002 } from "./0002-boards.ts";
import { migration0003 } from "./0003-observations.ts";
import { migration0004 } from "./0004-clip-words.ts";
import { migration0005 } from "./0005-journey.ts";
import { migration0006 } from "./0006-own-links.ts";
import { migration0007 } from "./0007-closed-accounts.ts";
import type { Migration } from "./migration.ts";

/** Every migration in order. A new one is added at the end; one that has been released never changes. */
export const allMigrations: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
];
