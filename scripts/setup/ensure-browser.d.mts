/** A browser that is here already, or null. `CHROMIUM_PATH` wins, and is then the only one asked. */
export function findBrowser(
  environment?: Record<string, string | undefined>,
): Promise<string | null>;
