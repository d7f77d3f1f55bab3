import { existsSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { barcode } from "#tests/helpers/clips.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { projectRoot } from "#tests/helpers/project-root.ts";
import { bundleForPage } from "./bundle-for-page.ts";
import type { ClipOrder, DrawingWindow } from "./clip-order.ts";
import { atTheEnd } from "./closers.ts";

/** The clips of the benchmarks, a number in every picture; big, so they are drawn when needed. */
export const benchClips = {
  /** H.264 without sound: what a distance is judged on. */
  silent: { name: "silent.mp4", codec: "avc", hasSound: false, frames: 1500, isUneven: false },
  /** VP9 with Opus. */
  webm: { name: "sound.webm", codec: "vp9", hasSound: true, frames: 1475, isUneven: false },
  /** H.264 at a variable frame rate. */
  variable: { name: "variable.mp4", codec: "avc", hasSound: false, frames: 1250, isUneven: true },
} as const satisfies Record<string, Omit<ClipOrder, "barcode">>;
export type BenchClipName = keyof typeof benchClips;

/** The path of that clip; draws and encodes it in the browser unless it lies there already. */
export async function benchClip(which: BenchClipName): Promise<string> {
  const order: ClipOrder = { ...benchClips[which], barcode };
  const path = join(projectRoot, "test-results", "bench", "clips", order.name);
  if (existsSync(path)) return path;
  const script = await bundleForPage("tests/bench/sync/draw-clip-page.ts");
  const browser = await launchBrowser();
  const close = atTheEnd(() => browser.close());
  const page = await browser.newPage();
  await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: "" }));
  await page.goto("http://localhost/"); // encoders want a secure page; nothing leaves it
  await page.addScriptTag({ type: "module", content: script });
  await page.waitForFunction(() => "drawClip" in window);
  // It is there: waited for above.
  const encoded = await page.evaluate(
    (wanted) => (window as DrawingWindow).drawClip?.(wanted),
    order,
  );
  await close();
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.draft`, Buffer.from(encoded ?? "", "base64"));
  await rename(`${path}.draft`, path);
  return path;
}
