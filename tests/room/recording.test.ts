import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { BrowserContext, Page } from "@playwright/test";
import { launchOnProfile } from "#tests/helpers/browser.ts";
import { readFilm } from "#tests/helpers/films.ts";
import { killByArgument } from "#tests/helpers/kill-by-argument.ts";
import { stage } from "#tests/helpers/people.ts";
import { gatherSent, piecesOf } from "#tests/helpers/sent-bytes.ts";
import { pressByKeys, tabTo } from "#tests/helpers/tab-to.ts";
import { tellMeasured, test } from "#tests/helpers/watched-review.ts";
import { button, field, numberOnDesk, picture } from "./studio-steps.ts";

// The browser's own made-up camera: a clock in green, and a beep each second.
const camera = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

/** From the guider's link to the camera's picture, in step 2 of the cycle. */
async function turnCameraOn(page: Page, guider: string): Promise<void> {
  await page.goto(guider);
  await expect(stage(page)).toBeVisible();
  await goToFilms(page, guider);
  await pressByKeys(button(page, "Record a film"));
  await pressByKeys(button(page, "Turn the camera on"));
  await expect(button(page, "Start recording")).toBeVisible();
}

async function goToFilms(page: Page, guider: string): Promise<void> {
  await page.goto(new URL("/", guider).href);
  await pressByKeys(page.getByRole("link", { name: /Open the journey of/ }));
  await pressByKeys(page.getByRole("link", { name: "Choose clips from a film" }));
}

/** Records until the page's own clock says so many seconds. */
async function recordFor(page: Page, seconds: number): Promise<void> {
  await pressByKeys(button(page, "Start recording"));
  await expect(page.getByRole("timer")).toHaveText(`0:0${seconds}`, { timeout: 15_000 });
}

/** How long the film on the desk is, in ms, as its time line says. */
async function filmLengthMs(page: Page): Promise<number> {
  const line = page.getByRole("slider", { name: "Place in the film" });
  return Number(await line.getAttribute("aria-valuemax"));
}

/** The bytes of every recording that the browser keeps, its pieces too. */
async function keptRecordings(page: Page): Promise<Buffer> {
  const kept = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const films = await root.getDirectoryHandle("films");
    const found: string[] = [];
    for await (const handle of films.values()) {
      if (handle.kind !== "file") continue;
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      found.push(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(""));
    }
    return found.join("");
  });
  return Buffer.from(kept, "latin1");
}

test("[CP10] [CP12] [CP93] [F2.1] a film that is recorded when the computer loses its power is there again but for its last second, and nothing of it leaves", async ({
  review,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "sameframe-profile-"));
  const line = await review.line();
  const options = { serverPort: review.port, through: line, arguments: camera };
  let context: BrowserContext = await launchOnProfile(folder, options);
  try {
    let [page = await context.newPage()] = context.pages();
    const sentBefore = gatherSent(page, line);
    await turnCameraOn(page, review.guider);
    await recordFor(page, 5);
    const lost = context.waitForEvent("close");
    await killByArgument(folder);
    await lost;
    const sent = sentBefore();

    context = await launchOnProfile(folder, options);
    page = context.pages()[0] ?? (await context.newPage());
    const sentAfter = gatherSent(page, line);
    await page.goto(review.guider);
    await expect(stage(page)).toBeVisible();
    await goToFilms(page, review.guider);
    await pressByKeys(page.getByRole("button", { name: /^Open Recorded on/ }));
    await expect(picture(page)).toHaveValue("1", { timeout: 30_000 });
    const lengthMs = await filmLengthMs(page);
    tellMeasured(`CP10: ${lengthMs} ms of at least 5000 ms were there after the power went`);
    expect(lengthMs).toBeGreaterThan(2_500);
    await page.keyboard.press(".");
    await expect(picture(page)).toHaveValue("2");
    await page.keyboard.press("l");
    await expect(picture(page)).not.toHaveValue("2");
    await expect.poll(() => numberOnDesk(page)).not.toBeUndefined();

    const film = await keptRecordings(page);
    expect(piecesOf(film, film)).toBeGreaterThan(1_000);
    expect(piecesOf(film, Buffer.concat([sent, sentAfter()]))).toBe(0);
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test("[CP11] [CP94] when the child says stop S ends the recording at once and the reason stays; switched off, S does nothing and the button does", async ({
  review,
}) => {
  const { page } = await review.open(review, undefined, undefined, camera);
  await turnCameraOn(page, review.guider);
  await recordFor(page, 2);
  await page.keyboard.press("s");
  await expect(page.getByRole("timer")).toHaveCount(0);
  await expect(picture(page)).toHaveValue("1");
  await expect(field(page, "My notes")).toHaveValue(/^The child said stop at 0:0\d, and filming/);

  await pressByKeys(button(page, "Put this film away"));
  await pressByKeys(button(page, "Record a film"));
  await pressByKeys(button(page, "Turn the camera on"));
  await tabTo(page.getByRole("checkbox", { name: "The key S stops filming" }));
  await page.keyboard.press("Space");
  await recordFor(page, 1);
  await page.keyboard.press("s");
  await expect(page.getByRole("timer")).toHaveText("0:02");
  await pressByKeys(button(page, "The child says stop"));
  await expect(picture(page)).toHaveValue("1");
  await expect(field(page, "My notes")).toHaveValue(/^The child said stop at 0:0\d, and filming/);
});

/** The browser's dialog for files hands out this file of the page's own store, as one on the disk. */
function handOutFile(): void {
  const pick = async () => {
    const root = await navigator.storage.getDirectory();
    return [await root.getFileHandle("kit.mp4")];
  };
  Object.assign(globalThis, { showOpenFilePicker: pick });
}

/** Writes this film to where the dialog hands it out from. */
async function writeFile(page: Page, film: Buffer): Promise<void> {
  await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0);
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getFileHandle("kit.mp4", { create: true })).createWritable();
    await file.write(bytes);
    await file.close();
  }, film.toString("base64"));
}

test("[CP39] [CP95] a chosen film is there again after a reload without being chosen, and one that changed meanwhile is asked for by name", async ({
  review,
}) => {
  const { page } = await review.open(review);
  await page.addInitScript(handOutFile);
  await page.goto(review.guider);
  await expect(stage(page)).toBeVisible();
  await goToFilms(page, review.guider);
  await writeFile(page, readFilm("bFrames"));
  await pressByKeys(button(page, "Choose a film"));
  await expect(picture(page)).toHaveValue("1");
  await page.keyboard.press("c");
  const mark = page.getByRole("button", { name: /^Take away the mark at/ });
  await expect(mark).toHaveCount(1);
  await expect(page.getByText("Saved on this device")).toBeVisible();

  await page.reload();
  await expect(mark).toHaveCount(1);
  await expect.poll(() => numberOnDesk(page)).toBe(0);

  await writeFile(page, readFilm("variable"));
  await page.reload();
  await expect(page.getByText("Please choose the same film again.")).toBeVisible();
  await pressByKeys(button(page, "Choose a film"));
  await expect(page.getByText(/That is another film/)).toBeVisible();
  await writeFile(page, readFilm("bFrames"));
  await pressByKeys(button(page, "Choose a film"));
  await expect(mark).toHaveCount(1);
});
