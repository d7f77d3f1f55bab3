import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { loudness } from "#tests/helpers/film-leaks.ts";
import { bystander } from "#tests/helpers/film-picture.mjs";
import { numberedFilms, readFilm, tellingWords } from "#tests/helpers/films.ts";
import { partOf, readFinishedCut } from "#tests/helpers/finished-cut.ts";
import { stage } from "#tests/helpers/people.ts";
import { pressByKeys, tabTo, writeByKeys } from "#tests/helpers/tab-to.ts";
import { test } from "#tests/helpers/watched-review.ts";
import { patternIn } from "#tests/trials/cut-judges.ts";

test.use({ clips: [numberedClips.silent] });

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const field = (page: Page, name: string) => page.getByRole("textbox", { name });
const picture = (page: Page) => field(page, "Picture of");

/** How many pieces of a film, cut end to end, stand somewhere in these bytes; padding is no piece. */
function piecesOf(film: Buffer, bytes: Buffer): number {
  const pieceBytes = 24;
  let found = 0;
  for (let at = 0; at + pieceBytes <= film.length; at += pieceBytes) {
    const piece = film.subarray(at, at + pieceBytes);
    if (new Set(piece).size >= 16 && bytes.includes(piece)) found += 1;
  }
  return found;
}

async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const fold = (page: Page, title: string) => page.locator("summary").filter({ hasText: title });

/** Goes to the studio and chooses this film there, by keys. */
async function openFilm(page: Page, { guider }: { guider: string }, film: string): Promise<void> {
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

/** Looks at every picture that covers ask for, and says that all is well. */
async function lookThroughCovers(page: Page): Promise<void> {
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

async function makeClip(page: Page): Promise<void> {
  await pressByKeys(button(page, "Make this clip"));
  await expect(button(page, "Send to the review")).toBeVisible({ timeout: 60_000 });
}

/** Sends the finished clip and opens the room, where it is the second one. */
async function sendClip(page: Page): Promise<void> {
  await pressByKeys(button(page, "Send to the review"));
  await expect(page.getByText("Sent", { exact: true })).toBeVisible({ timeout: 20_000 });
  await pressByKeys(page.getByRole("link", { name: "Back to the journey" }));
  await expect(page.getByText("Ready", { exact: true })).toHaveCount(2);
  await pressByKeys(page.getByRole("link", { name: "Open the room" }));
  await expect(stage(page)).toHaveAttribute("data-shown-frame", "0");
}

test("[CP39] [CP40] [CP41] [CP80] [F3.1] [F2.1] [N9] from a film on the device to a ready clip in the room by keyboard alone, and nothing of the film leaves", async ({
  review,
}) => {
  review.expectLostRequests(); // the upload asks first whether it was begun before
  const line = await review.line();
  const sentBytes = line.keepSent();
  const { page } = await review.open(review, line);
  const sentFrames: string[] = [];
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => sentFrames.push(payload.toString("latin1")));
  });
  await openFilm(page, review, numberedFilms.phone);

  await page.keyboard.press("l");
  await expect(picture(page)).toHaveValue("51");
  await page.keyboard.press("c");
  await page.keyboard.press("2");
  for (const key of [".", ".", "a", "1"]) await page.keyboard.press(key);
  await expect(page.getByText("Answered after 0.1 seconds")).toBeVisible();
  await writeByKeys(field(page, "My notes"), "Kit looked up slowly");
  await page.keyboard.press("Escape");
  await pressByKeys(button(page, "New clip from here"));
  for (const key of [",", ",", "i", "l", ",", ",", ",", "o"]) await page.keyboard.press(key);
  await expect(field(page, "First picture")).toHaveValue("51");
  await expect(field(page, "Last picture")).toHaveValue("98");
  await writeByKeys(field(page, "Ends at"), "0:03.480");
  await page.keyboard.press("Enter");
  await expect(field(page, "Last picture")).toHaveValue("87");
  expect(await axeFindings(page)).toEqual([]);

  await expect(page.getByText("Saved on this device")).toBeVisible();
  await page.reload();
  await expect(picture(page)).toHaveValue("98");
  await expect(field(page, "First picture")).toHaveValue("51");
  await expect(field(page, "Last picture")).toHaveValue("87");
  await expect(field(page, "My notes")).toHaveValue("Kit looked up slowly");
  await expect(page.getByRole("button", { name: /^Take away the mark at/ })).toHaveCount(2);

  await writeByKeys(field(page, "A short title"), "Looking up");
  await writeByKeys(field(page, "What Kit starts"), "looked at the cup");
  await pressByKeys(fold(page, "Covers"));
  await pressByKeys(button(page, "Add an oval"));
  await expect(button(page, "Make this clip")).toBeDisabled();
  await lookThroughCovers(page);
  await pressByKeys(button(page, "Remove: Cover 1, oval"));
  await makeClip(page);
  await sendClip(page);
  await page.keyboard.press("2");
  await expect.poll(() => readFrameNumber(page)).toBe(50);
  await tabTo(page.getByRole("slider", { name: "Place in the clip" }));
  await page.keyboard.press("End");
  await expect.poll(() => readFrameNumber(page)).toBe(86);

  const sent = Buffer.concat([sentBytes(), Buffer.from(sentFrames.join("\n"), "latin1")]);
  const film = readFilm("phone");
  expect(piecesOf(film, film)).toBeGreaterThan(1_000);
  expect(sent.includes("ftyp")).toBe(true); // the clip was seen as it went up
  expect(sent.includes("looked at the cup")).toBe(true);
  expect(piecesOf(film, sent)).toBe(0);
  for (const words of [...tellingWords, "phone.mov", "Kit looked up slowly"]) {
    expect(sent.includes(words), words).toBe(false);
  }
});

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
  review.expectLostRequests(); // as above
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
