import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { frameNumberOf } from "#tests/helpers/clips.ts";
import { stage } from "#tests/helpers/people.ts";
import { pressByKeys, tabTo } from "#tests/helpers/tab-to.ts";

// What the tests of the studio do there, all of it by keys.

/** A button by its whole name. */
export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
/** A field by its label, or a part of it. */
export const field = (page: Page, name: string) => page.getByRole("textbox", { name });
/** The number of the picture shown, from 1. */
export const picture = (page: Page) => field(page, "Picture of");

/** What opens a folded part of the details. */
export const fold = (page: Page, title: string) =>
  page.locator("summary").filter({ hasText: title });

/** Goes to the studio and chooses this film there, by keys. */
export async function openFilm(
  page: Page,
  { guider }: { guider: string },
  film: string,
): Promise<void> {
  // A test cannot press in the browser's own dialog for files it may come back to.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "showOpenFilePicker"));
  await page.goto(guider);
  await expect(stage(page)).toBeVisible();
  await page.goto(new URL("/", guider).href);
  await pressByKeys(page.getByRole("link", { name: /Open the journey of/ }));
  await pressByKeys(page.getByRole("link", { name: "Choose clips from a film" }));

  await tabTo(page.getByRole("checkbox", { name: "Keep a copy in this browser" }));
  await page.keyboard.press("Space");
  const chooser = page.waitForEvent("filechooser");
  await pressByKeys(button(page, "Choose a film"));
  await (await chooser).setFiles(film);
  await expect(picture(page)).toHaveValue("1");
}

/** The number of the picture that the studio shows at rest, read from its pixels. */
export async function numberOnDesk(page: Page): Promise<number | null> {
  const canvas = page.getByRole("group", { name: "The film", exact: true }).locator("canvas");
  const blocks = await canvas.evaluate((shown: HTMLCanvasElement) => {
    const { width, height } = shown;
    const row = shown.getContext("2d")?.getImageData(0, Math.round(height / 9), width, 1).data;
    return Array.from({ length: 16 }, (_, n) => row?.[Math.round(((n + 0.5) * width) / 16) * 4]);
  });
  return frameNumberOf(blocks.map((brightness = 0) => brightness));
}

/** Looks at every picture that covers ask for, and says that all is well. */
export async function lookThroughCovers(page: Page): Promise<void> {
  await pressByKeys(button(page, "Look through the covered pictures"));
  const confirm = button(page, "All is well covered");
  await expect(confirm).toBeDisabled();
  const lookOn = async () => {
    await page.keyboard.press("ArrowRight");
    return await confirm.isEnabled();
  };
  await expect.poll(lookOn, { intervals: [40], timeout: 30_000 }).toBe(true);
  await pressByKeys(confirm);
  await expect(page.getByText("You looked through the covers")).toBeVisible();
}

/** Makes the chosen clip and waits until it can be sent. */
export async function makeClip(page: Page): Promise<void> {
  await pressByKeys(button(page, "Make this clip"));
  await expect(button(page, "Send to the review")).toBeVisible({ timeout: 60_000 });
}

/** Sends the finished clip and opens the room, where it is the second one. */
export async function sendClip(page: Page): Promise<void> {
  await pressByKeys(button(page, "Send to the review"));
  await expect(page.getByText("Sent", { exact: true })).toBeVisible({ timeout: 20_000 });
  await pressByKeys(page.getByRole("link", { name: "Back to the journey" }));
  await expect(page.getByText("Ready", { exact: true })).toHaveCount(2);
  await pressByKeys(page.getByRole("link", { name: "Open the room" }));
  await expect(stage(page)).toHaveAttribute("data-shown-frame", "0");
}
