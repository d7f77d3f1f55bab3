import type { Page } from "@playwright/test";
import { barcode, frameNumberOf } from "#tests/helpers/clips.ts";

/**
 * The number in the picture a person would see: read from a screenshot of where the film is, with
 * everything that lies over it. `null` when no number is to be seen there.
 */
export async function readNumberOnScreen(page: Page): Promise<number | null> {
  const box = await page.locator("video").boundingBox();
  if (box === null) return null;
  const shot = await page.screenshot({ clip: box });
  const looker = await page.context().browser()?.newContext();
  if (looker === undefined) throw new Error("The browser is gone.");
  const blank = await looker.newPage();
  const blocks = await blank.evaluate(readShot, { bytes: [...shot], ...barcode });
  await looker.close();
  return frameNumberOf(blocks);
}

/** Runs in a blank page; stands alone. */
async function readShot(shot: { bytes: number[] } & typeof barcode): Promise<number[]> {
  const { bytes, width, height, block, y } = shot;
  const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, y, width, 1);
  return Array.from({ length: width / block }, (_, n) => data[(n + 0.5) * block * 4] ?? 0);
}
