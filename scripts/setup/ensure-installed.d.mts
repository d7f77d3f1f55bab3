/** Installs exactly what the lock file says, and only when node_modules does not hold it already. */
export function ensureInstalled(root: string, install?: () => boolean): boolean;
