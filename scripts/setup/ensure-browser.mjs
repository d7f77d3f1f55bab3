import { join } from "node:path";
import { aptInstall } from "./apt-install.mjs";
import { runStep } from "./run.mjs";
import { say } from "./say.mjs";
import { starts } from "./starts.mjs";

/** The one sentence for a machine on which no browser is to be had. */
export const noBrowserAdvice =
  "No Chromium or Chrome was found and none could be installed: install one, or set CHROMIUM_PATH to it, and run the tests again.";

function usualPlaces() {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === "win32") {
    const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"];
    return roots.flatMap((name) => {
      const base = process.env[name];
      if (base === undefined) return [];
      return [
        join(base, "Google", "Chrome", "Application", "chrome.exe"),
        join(base, "Chromium", "Application", "chrome.exe"),
        join(base, "Microsoft", "Edge", "Application", "msedge.exe"),
      ];
    });
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  return names.flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`]);
}

async function placeOfPlaywrightsOwn() {
  try {
    const { chromium } = await import("playwright-core");
    return chromium.executablePath();
  } catch (error) {
    say(`Playwright names no browser of its own for this system (${error.message}).`);
    return null;
  }
}

/** A browser that is here already, or null. `CHROMIUM_PATH` wins, and is then the only one asked. */
export async function findBrowser(environment = process.env) {
  const chosen = environment.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== "") return starts(chosen) ? chosen : null;
  const usual = usualPlaces().find((path) => starts(path));
  if (usual !== undefined) return usual;
  const own = await placeOfPlaywrightsOwn();
  return own !== null && starts(own) ? own : null;
}

function installFromSystem(root) {
  aptInstall(root, "Chromium", ["chromium"]);
}

function installFromPlaywright(root) {
  say("Installing Chromium for the browser tests (playwright install).");
  const playwright = join(root, "node_modules", "playwright", "cli.js");
  runStep(process.execPath, [playwright, "install", "chromium"], root);
}

/** The path of a browser for the tests, installed when there is none; null when none is to be had. */
export async function ensureBrowser(root) {
  const here = await findBrowser();
  // A path that was set by hand and does not start is never papered over with another browser.
  if (here !== null || process.env.CHROMIUM_PATH) return here;
  for (const install of [installFromSystem, installFromPlaywright]) {
    install(root);
    const found = await findBrowser();
    if (found !== null) return found;
  }
  return null;
}
