import { findFirefox, findWebKitDriver } from "#scripts/setup/ensure-engines.mjs";
import { assertNever } from "#shared/lib/result.ts";
import { openChromiumPage } from "./chromium-page.ts";
import type { EngineDevices, EngineName, EnginePage } from "./engine-page.ts";
import { openFirefoxPage } from "./firefox-page.ts";
import { openWebKitPage } from "./webkit-page.ts";

const programs: Readonly<Record<EngineName, () => string | null>> = {
  Chromium: () => "found by Playwright's own settings",
  Firefox: findFirefox,
  WebKit: findWebKitDriver,
};

/** Those of `engines` for which there is no browser on this machine. */
export function missingEngines(engines: readonly EngineName[]): EngineName[] {
  return engines.filter((engine) => programs[engine]() === null);
}

/** Opens a page in a browser of this engine; WebKit never has devices here. */
export async function openEnginePage(
  engine: EngineName,
  devices: EngineDevices = { hasDevices: false },
): Promise<EnginePage> {
  const program = programs[engine]();
  if (program === null) throw new Error(`There is no ${engine} on this machine.`);
  switch (engine) {
    case "Chromium":
      return openChromiumPage(devices);
    case "Firefox":
      return openFirefoxPage(program, devices);
    case "WebKit":
      return openWebKitPage(program);
    default:
      return assertNever(engine);
  }
}
