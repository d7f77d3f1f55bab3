import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { loudness } from "#tests/helpers/film-leaks.ts";
import { bystander } from "#tests/helpers/film-picture.mjs";
import { numberedFilms } from "#tests/helpers/films.ts";
import { partOf, readFinishedCut } from "#tests/helpers/finished-cut.ts";
import { pressByKeys, tabTo, writeByKeys } from "#tests/helpers/tab-to.ts";
import { test } from "#tests/helpers/watched-review.ts";
import { patternIn } from "#tests/trials/cut-judges.ts";
import {
  button,
  field,
  fold,
  lookThroughCovers,
  makeClip,
  openFilm,
  picture,
  sendClip,
} from "./studio-steps.ts";

test.use({ clips: [numberedClips.silent] });

/** Takes hold of what is at this place of the picture and lets go of it at another; parts of its sides. */
async function dragOnPicture(page: Page, from: Point, to: Point): Promise<void> {
  const film = page.getByRole("group", { name: "The film", exact: true });
  await expect(film).toBeInViewport({ ratio: 1 });
  const { x = 0, y = 0, width = 0, height = 0 } = (await film.boundingBox()) ?? {};
  const at = (point: Point) => [x + point.x * width, y + point.y * height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}

interface Point {
  readonly x: number;
  readonly y: number;
}

test("[CP18] [CP20] [CP77] [CP78] [CP79] [A2] a silent part by keys, captions tapped while it plays and a cover dragged to two places are all in the clip", async ({
  review,
}) => {
  review.expectLostRequests(); // the upload asks first whether it was begun before
  const { page } = await review.open(review);
  await openFilm(page, review, numberedFilms.bFrames);
  await page.keyboard.press("l");
  await expect(picture(page)).toHaveValue("51");
  await pressByKeys(button(page, "New clip from here"));
  await writeByKeys(field(page, "Last picture"), "100");
  await page.keyboard.press("Enter");
  await writeByKeys(field(page, "A short title"), "Humming");
  await writeByKeys(field(page, "What Kit starts"), "hummed");

  await test.step("a silent part from the picture shown to a typed place", async () => {
    await pressByKeys(fold(page, "Silent parts"));
    for (let n = 0; n < 10; n += 1) await page.keyboard.press(".");
    await expect(picture(page)).toHaveValue("61");
    await pressByKeys(button(page, "Silent from here"));
    await writeByKeys(field(page, "Silent part 1, to"), "0:03.000");
    await page.keyboard.press("Enter");
    await expect(field(page, "Silent part 1, from")).toHaveValue("0:02.400");
    await expect(field(page, "Silent part 1, to")).toHaveValue("0:03.000");
  });

  await test.step("two captions, typed and timed while it plays slowly", async () => {
    await pressByKeys(fold(page, "Captions"));
    for (const key of ["Shift+I", "<", "<"]) await page.keyboard.press(key);
    const shown = async () => Number(await picture(page).inputValue());
    const playOn = async (pictures: number) => {
      const until = (await shown()) + pictures;
      await expect.poll(shown, { intervals: [20] }).toBeGreaterThan(until);
    };
    const tapCaption = async (words: string) => {
      await writeByKeys(field(page, "A line of captions"), words);
      await tabTo(button(page, "It starts here"));
      await page.keyboard.press("k");
      await playOn(2);
      await page.keyboard.press("Enter");
      const begun = await shown();
      await playOn(5);
      await pressByKeys(button(page, "It ends here"));
      await page.keyboard.press("k");
      return begun;
    };
    const begun = [await tapCaption("Here it comes"), await tapCaption("Kit hums")];
    const placeOf = async (name: string) =>
      Number((await field(page, name).inputValue()).replace("0:0", "")) * 1_000;
    const places = await Promise.all(
      ["Line 1, from", "Line 1, to", "Line 2, from", "Line 2, to"].map(placeOf),
    );
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    // Their places are the clip's own, and those of the pictures that were seen.
    for (const [n, first] of begun.entries()) {
      expect(Math.abs((places[n * 2] ?? 0) - (first - 51) * 40)).toBeLessThan(200);
    }
    await expect(field(page, "Line 2, its words")).toHaveValue("Kit hums");
  });

  await test.step("a cover dragged and drawn larger, then dragged elsewhere on the last picture", async () => {
    await fold(page, "Covers").click();
    await page.keyboard.press("Shift+I");
    await expect(picture(page)).toHaveValue("51");
    await button(page, "Add a box").click();
    await page.getByLabel("How it looks").selectOption("filled");
    await dragOnPicture(page, { x: 0.5, y: 0.45 }, { x: 0.74, y: 0.43 });
    await dragOnPicture(page, { x: 0.84, y: 0.63 }, { x: 0.91, y: 0.9 });
    await page.keyboard.press("Shift+O");
    await expect(picture(page)).toHaveValue("100");
    await dragOnPicture(page, { x: 0.77, y: 0.5 }, { x: 0.1, y: 0.1 });
    await expect(button(page, "Go to 0:02.000")).toBeVisible();
    await expect(button(page, "Go to 0:03.960")).toBeVisible();
    await lookThroughCovers(page);
  });

  await makeClip(page);
  const { sound, pictures } = await readFinishedCut(page, [20, 1_980]);
  const heard = (fromMs: number, toMs: number) => loudness(sound.subarray(fromMs * 48, toMs * 48));
  expect(heard(440, 960)).toBeLessThan(0.002);
  expect(heard(50, 360)).toBeGreaterThan(0.05);
  expect(heard(1_040, 1_950)).toBeGreaterThan(0.05);
  const [first, last] = pictures;
  if (first === undefined || last === undefined) throw new Error("no pictures");
  const number = { x: 4, y: 4, width: 72, height: 32 }; // white and black blocks
  const grey = (values: Uint8Array) => Math.max(...values.map((value) => Math.abs(value - 90)));
  expect(grey(partOf(first, bystander))).toBeLessThan(12);
  expect(grey(partOf(first, number))).toBeGreaterThan(60);
  expect(grey(partOf(last, number))).toBeLessThan(12);
  expect(patternIn(partOf(last, bystander))).toBeGreaterThan(50);

  await sendClip(page);
  await page.keyboard.press("2");
  await expect.poll(() => readFrameNumber(page)).toBe(50);
  await page.keyboard.press("c");
  for (const words of ["Here it comes", "Kit hums"]) {
    const stepOn = async () => {
      await page.keyboard.press(".");
      return await page.getByText(words, { exact: true }).isVisible();
    };
    await expect.poll(stepOn, { intervals: [40] }).toBe(true);
  }
});
