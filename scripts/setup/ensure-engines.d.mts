/** Stock Firefox, or null. `FIREFOX_PATH` wins, and is then the only one asked. */
export function findFirefox(environment?: Record<string, string | undefined>): string | null;

/** WebKit's driver on a system with Xvfb, or null. `WEBKIT_DRIVER_PATH` wins, and is then the only one asked. */
export function findWebKitDriver(environment?: Record<string, string | undefined>): string | null;

/** Installs Firefox and WebKit where that can be done, and says by name which of them is still not here. */
export function ensureEngines(root: string): void;
