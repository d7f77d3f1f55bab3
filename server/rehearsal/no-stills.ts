import type { Stills } from "#server/stills/stills.ts";
import { fail } from "#shared/lib/result.ts";

/** Pictures of held moments lie on disk, where a rehearsal leaves nothing: it keeps and shows none. */
export const noStills: Stills = {
  keep: () => Promise.resolve(fail("not-found")),
  send: () => Promise.resolve(fail("not-found")),
  filesOf: () => Promise.resolve([]),
  remove: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
