import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBrowser } from "#scripts/setup/ensure-browser.mjs";
import { ensureBuilt } from "#scripts/setup/ensure-built.mjs";
import { findCallWorker } from "#scripts/setup/ensure-call-worker.mjs";
import { findFirefox, findWebKitDriver } from "#scripts/setup/ensure-engines.mjs";
import { ensureInstalled } from "#scripts/setup/ensure-installed.mjs";
import { ensureNode } from "#scripts/setup/ensure-node.mjs";

let root = "";

function write(path: string, text: string): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
}

function writeLock(version: string): void {
  const packages = { "": {}, "node_modules/a": { version }, "node_modules/b": { optional: true } };
  write("package-lock.json", JSON.stringify({ packages }));
}

function noteInstalled(version: string): void {
  write(
    "node_modules/.package-lock.json",
    JSON.stringify({ packages: { "node_modules/a": { version } } }),
  );
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "sameframe-setup-"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("installing", () => {
  const installing = (installs: string[]) => () => {
    installs.push("npm ci");
    mkdirSync(join(root, "node_modules"), { recursive: true });
    return true;
  };

  it("[HS9] happens once, and again only when the lock file changes", () => {
    const installs: string[] = [];
    writeLock("1.0.0");
    ensureInstalled(root, installing(installs));
    ensureInstalled(root, installing(installs));
    expect(installs).toHaveLength(1);

    writeLock("1.0.1");
    ensureInstalled(root, installing(installs));

    expect(installs).toHaveLength(2);
  });

  it("[HS9] is left out when npm notes that every package is there already", () => {
    const installs: string[] = [];
    writeLock("1.0.0");
    noteInstalled("1.0.0");

    ensureInstalled(root, installing(installs));

    expect(installs).toEqual([]);
  });

  it("[HS9] happens when one package is there in another version", () => {
    const installs: string[] = [];
    writeLock("1.0.1");
    noteInstalled("1.0.0");

    ensureInstalled(root, installing(installs));

    expect(installs).toHaveLength(1);
  });

  it("[HS9] that does not succeed says what to do, and is tried again next time", () => {
    writeLock("1.0.0");
    expect(() => ensureInstalled(root, () => false)).toThrow(/check that this machine reaches/);

    const installs: string[] = [];
    ensureInstalled(root, installing(installs));

    expect(installs).toHaveLength(1);
  });
});

describe("building", () => {
  it("[HS9] happens once, and again only when a source changes", () => {
    const builds: string[] = [];
    const build = () => builds.push("vite build") > 0;
    write("shared/a.ts", "export const a = 1;");
    expect(ensureBuilt(root, build)).toBe(true);
    expect(ensureBuilt(root, build)).toBe(false);

    write("shared/a.ts", "export const a = 2;");
    expect(ensureBuilt(root, build)).toBe(true);
    write("client/b.css", "a {}");
    expect(ensureBuilt(root, build)).toBe(true);
    expect(ensureBuilt(root, build)).toBe(false);

    expect(builds).toHaveLength(3);
  });

  it("[HS9] makes what people get, also when a test asks for it", () => {
    write(
      "node_modules/vite/bin/vite.js",
      'require("node:fs").appendFileSync("environments", `${process.env.NODE_ENV} `);',
    );

    ensureBuilt(root);

    expect(process.env["NODE_ENV"]).toBe("test");
    expect(readFileSync(join(root, "environments"), "utf8")).toBe("production production ");
  });

  it("[HS9] sees a file that was moved or taken away", () => {
    const build = () => true;
    write("shared/a.ts", "export const a = 1;");
    ensureBuilt(root, build);

    rmSync(join(root, "shared/a.ts"));

    expect(ensureBuilt(root, build)).toBe(true);
  });

  it("[HS9] that does not succeed says so, and is tried again next time", () => {
    write("shared/a.ts", "export const a = 1;");
    expect(() => ensureBuilt(root, () => false)).toThrow(/could not be built/);

    expect(ensureBuilt(root, () => true)).toBe(true);
  });
});

describe("the surroundings", () => {
  it.each(["20.19.0", "20.20.2", "22.12.0", "24.1.0"])("[HS9] may be Node %s", (version) => {
    expect(() => ensureNode(version)).not.toThrow();
  });

  it.each(["18.20.0", "20.18.1", "21.7.0", "22.11.0"])(
    "[HS9] may not be Node %s, and the refusal says which one to install",
    (version) => {
      expect(() => ensureNode(version)).toThrow(/needs Node 20\.19 or later/);
    },
  );

  it("[HS9] never swap a browser chosen by hand for another one", async () => {
    const browser = await findBrowser({ CHROMIUM_PATH: join(root, "no-browser-here") });

    expect(browser).toBeNull();
  });

  it("[PB63] never swap an engine chosen by hand for another one", () => {
    const nothing = join(root, "no-engine-here");

    expect(findFirefox({ FIREFOX_PATH: nothing })).toBeNull();
    expect(findWebKitDriver({ WEBKIT_DRIVER_PATH: nothing })).toBeNull();
  });

  it.skipIf(process.platform === "win32")(
    "[HS9] take a worker of the call's router only where it runs, the one chosen by hand first",
    () => {
      const main = join(root, "main");
      const prepared = join(root, "shared/tools/sfu/mediasoup-worker");
      const own = "main/node_modules/mediasoup/worker/out/Release/mediasoup-worker";
      const writeProgram = (path: string, exitCode: number) => {
        write(path, `#!/bin/sh\nexit ${exitCode}\n`);
        chmodSync(join(root, path), 0o755);
      };
      expect(findCallWorker(main, {})).toBeNull();

      writeProgram(own, 41);
      writeProgram("shared/tools/sfu/mediasoup-worker", 127);
      expect(findCallWorker(main, {})).toBe(join(root, own));

      writeProgram("shared/tools/sfu/mediasoup-worker", 41);
      expect(findCallWorker(main, { MEDIASOUP_WORKER_BIN: "" })).toBe(prepared);
      expect(findCallWorker(main, { MEDIASOUP_WORKER_BIN: join(root, "none") })).toBeNull();
    },
  );
});
