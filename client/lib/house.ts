import { rehearsalRoot } from "#shared/protocol/rehearsal-routes.ts";

const housePattern = new RegExp(`^${rehearsalRoot}/[0-9a-f-]{36}(?=/|$)`);

/** The path under which a page's server stands: that of its rehearsal, or empty for the real one. */
export function houseOf(pathname: string): string {
  return housePattern.exec(pathname)?.[0] ?? "";
}

/** The house of this page, before every address of its server and of its own. */
export const ownHouse = houseOf(globalThis.location?.pathname ?? "");
