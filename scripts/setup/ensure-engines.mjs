import { join } from "node:path";
import { aptInstall } from "./apt-install.mjs";
import { say } from "./say.mjs";
import { starts } from "./starts.mjs";

// The engines beside Chromium in which the room is tried: stock Firefox, and WebKit by Debian's driver,
// which needs a screen of its own. Where one is not to be had, its tests say by name that they did not run.

function firefoxPlaces() {
  if (process.platform === "darwin") return ["/Applications/Firefox.app/Contents/MacOS/firefox"];
  if (process.platform === "win32") {
    return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
      const base = process.env[name];
      return base === undefined ? [] : [join(base, "Mozilla Firefox", "firefox.exe")];
    });
  }
  return ["firefox-esr", "firefox"].flatMap((name) => [
    `/usr/bin/${name}`,
    `/usr/local/bin/${name}`,
  ]);
}

/** The place chosen by hand alone, or else the first usual one; null when nothing starts there. */
function find(chosen = "", places, question) {
  const candidates = chosen === "" ? places : [chosen];
  return candidates.find((path) => starts(path, question)) ?? null;
}

/** Stock Firefox, or null. `FIREFOX_PATH` wins, and is then the only one asked. */
export function findFirefox(environment = process.env) {
  return find(environment.FIREFOX_PATH, firefoxPlaces(), "--version");
}

/** WebKit's driver, on a system with Xvfb, or null. `WEBKIT_DRIVER_PATH` wins, and is then the only one asked. */
export function findWebKitDriver(environment = process.env) {
  if (process.platform !== "linux" || !starts("/usr/bin/Xvfb", "-help")) return null;
  return find(environment.WEBKIT_DRIVER_PATH, ["/usr/bin/WebKitWebDriver"], "--help");
}

const engines = [
  {
    name: "Firefox",
    find: findFirefox,
    variable: "FIREFOX_PATH",
    packages: ["firefox-esr"],
    advice: "install Firefox, or set FIREFOX_PATH to it",
  },
  {
    name: "WebKit",
    find: findWebKitDriver,
    variable: "WEBKIT_DRIVER_PATH",
    packages: ["webkit2gtk-driver", "xvfb", "libgl1-mesa-dri", "gstreamer1.0-gl"],
    advice:
      "on Debian or Ubuntu install webkit2gtk-driver and xvfb; on other systems it is not expected",
  },
];

/** H.264 and sound for both of them: Firefox takes the library that comes with the first. */
const codecs = ["gstreamer1.0-libav", "gstreamer1.0-plugins-bad"];

/** Installs Firefox and WebKit where that can be done, and says by name which of them is still not here. */
export function ensureEngines(root) {
  const missing = engines.filter((engine) => engine.find() === null);
  // A path that was set by hand and does not start is never papered over with another browser.
  const toInstall = missing.filter(({ variable }) => !process.env[variable]);
  if (toInstall.length > 0) {
    const names = toInstall.map(({ name }) => name).join(" and ");
    aptInstall(root, names, [...toInstall.flatMap(({ packages }) => packages), ...codecs]);
  }
  for (const engine of missing.filter((one) => one.find() === null)) {
    say(`The tests in ${engine.name} cannot run here: ${engine.advice}.`);
  }
}
