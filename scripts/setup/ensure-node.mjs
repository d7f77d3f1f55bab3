import { SetupRefusal } from "./say.mjs";

/** Refuses a Node that the packages do not run on: 20.19 or later in 20, or 22.12 or later. */
export function ensureNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return;
  throw new SetupRefusal(
    `This is Node ${version}; SameFrame needs Node 20.19 or later, 22.12 or later, or 24: install one from https://nodejs.org and try again.`,
  );
}
