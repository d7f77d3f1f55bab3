/** Refuses a Node that the packages do not run on: 20.19 or later in 20, or 22.12 or later. */
export function ensureNode(version?: string): void;
