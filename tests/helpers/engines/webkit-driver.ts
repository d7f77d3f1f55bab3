import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { until } from "./engine-page.ts";
import { openWebDriver } from "./web-driver.ts";
import type { WebDriver } from "./web-driver.ts";

/** WebKit's driver with a browser open on a screen of its own, and the way to end all three. */
export interface WebKitDriver {
  readonly driver: WebDriver;
  readonly stop: () => Promise<void>;
}

/** Starts a screen, the driver on it and one browser. */
export async function startWebKitDriver(driverPath: string): Promise<WebKitDriver> {
  const screen = await startScreen();
  const port = await freePort();
  const environment = { ...process.env, DISPLAY: screen.display, LC_ALL: "C.UTF-8" };
  const started = spawn(driverPath, [`--port=${port}`], { env: environment, stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  // A test that ran out of time closes nothing: nothing of this outlives its runner.
  process.once("exit", () => [started, screen.process].forEach((child) => child.kill()));
  const endBoth = async () => {
    await end(started);
    await end(screen.process);
  };
  try {
    await until("WebKit's driver", async () => ((await fetch(`${url}/status`)).ok ? true : null));
    const driver = await openWebDriver(url);
    const stop = () => driver.ask("DELETE", "").then(endBoth, endBoth); // the first ends the browser
    return { driver, stop };
  } catch (error) {
    await endBoth();
    throw error;
  }
}

/** A screen nobody looks at, large enough for the page and the browser's own bar. */
async function startScreen(): Promise<{ process: ChildProcess; display: string }> {
  const screen = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
    { stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  const tells = screen.stdio[3] as Readable; // the pipe asked for above
  const [number] = (await once(tells, "data")) as [Buffer];
  return { process: screen, display: `:${number.toString().trim()}` };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo; // it listens on a port
  probe.close();
  await once(probe, "close");
  return port;
}
