import { expect } from "@playwright/test";
import type { Locator } from "@playwright/test";

const mostPresses = 150;

/** Brings the keyboard to a control by Tab alone, from wherever it is; fails when Tab never comes there. */
export async function tabTo(wanted: Locator): Promise<void> {
  await expect(wanted).toBeEnabled();
  const isThere = () => wanted.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if (await isThere()) return;
    await wanted.page().keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${wanted.toString()}`);
}

/** Presses a button or a link that only the keyboard went to. */
export async function pressByKeys(wanted: Locator): Promise<void> {
  await tabTo(wanted);
  await wanted.page().keyboard.press("Enter");
}

/** Writes into a field that only the keyboard went to, over what was there. */
export async function writeByKeys(wanted: Locator, words: string): Promise<void> {
  await tabTo(wanted);
  await wanted.page().keyboard.press("ControlOrMeta+a");
  await wanted.page().keyboard.type(words);
}
