/** Builds into `dist/`, and only when a source changed since the last build. True when it did build. */
export function ensureBuilt(root: string, runBuild?: (root: string) => boolean): boolean;
