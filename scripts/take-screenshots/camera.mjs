import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { smallPng } from "./small-png.mjs";

/** The three screens every picture is taken at: a school's laptop, an iPad on its side, a phone. */
export const screens = [
  { width: 1366, height: 768 },
  { width: 1180, height: 820 },
  { width: 390, height: 844 },
];

/** The pictures of the README keep every colour. */
const inAllColours = new Set(["room-full-1366x768.png", "room-full-390x844.png"]);

/** Takes `<name>-<width>x<height>.png` of a page at every screen, once it has come to rest. */
export async function createCamera(folder) {
  await mkdir(folder, { recursive: true });
  const faults = [];
  let taken = 0;

  async function shoot(page, name, prepare = async () => {}) {
    for (const screen of screens) {
      await page.setViewportSize(screen);
      await prepare(page);
      await page.mouse.move(0, 0);
      await settle(page);
      const sidewaysPx = await page.evaluate(
        () => document.scrollingElement.scrollWidth - window.innerWidth,
      );
      const file = `${name}-${screen.width}x${screen.height}.png`;
      if (sidewaysPx > 0) faults.push(`${file} scrolls sideways by ${sidewaysPx} px`);
      const png = await page.screenshot({ animations: "disabled" });
      await writeFile(join(folder, file), inAllColours.has(file) ? png : smallPng(png));
      taken += 1;
    }
    await page.setViewportSize(screens[0]);
  }
  return { shoot, faults, taken: () => taken };
}

async function settle(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
