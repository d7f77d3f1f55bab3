import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { roomSchema } from "#shared/protocol/http-api.ts";
import { expectReady, stage } from "#tests/helpers/people.ts";
import { gatherReceived } from "#tests/helpers/received-bytes.ts";
import { tellMeasured, test } from "#tests/helpers/watched-review.ts";

/** A page that counts the notes it plays. */
type SoundingWindow = Window & { notes?: number };

const justMe = (page: Page) => page.getByRole("button", { name: "Just me here: ask to come in" });
const door = (page: Page) => page.getByRole("region", { name: "At the door" });

/** Presses and waits at most a second until the guider sees who knocks. */
async function knockIsShown(guest: Page, guider: Page): Promise<number> {
  await justMe(guest).click();
  const pressedAtMs = performance.now();
  await expect(door(guider)).toContainText("Callum is waiting to come in", { timeout: 1_000 });
  return Math.round(performance.now() - pressedAtMs);
}

/** Counts the notes the page plays from its first document on, each page load anew. */
async function countNotes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counting = window as SoundingWindow; // a place of the test's own
    counting.notes = 0;
    window.AudioContext = class extends AudioContext {
      override createOscillator(): OscillatorNode {
        counting.notes = (counting.notes ?? 0) + 1;
        return super.createOscillator();
      }
    };
  });
}

const notesOf = (page: Page) => page.evaluate(() => (window as SoundingWindow).notes); // counted above

/** What nobody at the door may receive a byte of: read from the guider's own room. */
async function wordsOfTheRoom(guider: Page): Promise<string[]> {
  const reviewId = guider.url().split("/").at(-1);
  const room = roomSchema.parse(
    await guider.evaluate(async (path): Promise<unknown> => {
      const answer = await fetch(path);
      return await answer.json();
    }, `/api/reviews/${reviewId}/room`),
  );
  await guider.keyboard.press("]");
  const fields = guider.getByRole("textbox");
  await expect(fields.first()).not.toHaveValue("");
  const written = await Promise.all((await fields.all()).map((field) => field.inputValue()));
  const clips = room.clips.flatMap((clip) => [
    clip.title,
    clip.initiative,
    clip.description,
    clip.clipId,
    clip.mediaId,
    clip.media.clipRev,
  ]);
  const people = [`"${room.childName}"`, "Helen", room.me.participantId];
  return [...clips, ...written, ...people, room.helpingQuestion, room.boardEpoch].filter(
    (words) => words !== "",
  );
}

test("[DR14] [A14] [F4.2] a knock is shown within a second on every page, and before let in not a byte of the room has come", async ({
  review,
}) => {
  review.expectLostRequests();
  const nadia = await review.open(review);
  const callum = await review.open(review);
  const stranger = await review.open(review);
  await countNotes(nadia.page);
  await nadia.page.goto(review.guider);
  await expect(stage(nadia.page)).toBeVisible();
  const secretWords = await wordsOfTheRoom(nadia.page);
  expect(secretWords.length).toBeGreaterThan(12);
  const room = nadia.page.url();
  const roomPath = `/api/reviews/${room.split("/").at(-1)}/room`;
  const forCallum = gatherReceived(callum.page);
  const forStranger = gatherReceived(stranger.page);
  await stranger.page.goto(review.practitioner);
  await expect(justMe(stranger.page)).toBeVisible();
  await callum.page.goto(review.practitioner);
  const shownMs: number[] = [];

  await test.step("in the room, and not now is told", async () => {
    shownMs.push(await knockIsShown(callum.page, nadia.page));
    await expect.poll(() => notesOf(nadia.page), { timeout: 1_000 }).toBe(2);
    const code = await callum.page.locator("[data-code]").getAttribute("data-code");
    await expect(door(nadia.page).locator("[data-code]")).toHaveAttribute("data-code", code ?? "");
    await nadia.page.getByRole("button", { name: "Not now, Callum" }).click();
    await expect(callum.page.getByText("Nadia cannot open the door just now")).toBeVisible();
  });
  await test.step("on the journey's page", async () => {
    await nadia.page.getByRole("button", { name: "Invite and clips" }).click();
    await expect(nadia.page.getByRole("heading", { name: "Callum and Kit" })).toBeVisible();
    shownMs.push(await knockIsShown(callum.page, nadia.page));
    await nadia.page.getByRole("button", { name: "Not now, Callum" }).click();
    await expect(justMe(callum.page)).toBeVisible();
  });
  await test.step("at home", async () => {
    await nadia.page.getByRole("link", { name: "Journeys" }).click();
    await expect(nadia.page.getByRole("heading", { name: /Nadia/ })).toBeVisible();
    shownMs.push(await knockIsShown(callum.page, nadia.page));
  });
  tellMeasured(`A14 knock shown after ${shownMs.join(", ")} ms`);

  for (const path of [roomPath, ...secretWords.filter(isId).map((id) => `/m/${id}`)]) {
    expect(await statusOf(callum.page, path)).toBeGreaterThanOrEqual(400);
  }
  expect(await forCallum.byteCount()).toBeGreaterThan(10_000);
  expect(await forCallum.holding(secretWords)).toEqual([]);

  await nadia.page.getByRole("button", { name: "Let in Callum" }).click();
  await nadia.page.getByRole("button", { name: "Open the room" }).click();
  await expectReady(callum.page);
  expect(await statusOf(stranger.page, roomPath)).toBe(403);
  expect((await forCallum.holding(secretWords)).length).toBeGreaterThan(5);
  expect(await forStranger.holding(secretWords)).toEqual([]);
});

test("[DR6] [DR7] [A14] a locked room says so, lets its own guest back, and whoever is asked out is out within a second", async ({
  review,
}) => {
  review.expectLostRequests();
  const { nadia, callum } = await review.meet();
  const helen = await review.open(review);
  const dialog = nadia.page.getByRole("dialog", { name: "People" });
  const clipAddress = await callum.page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .find((name) => name.includes("/m/")),
  );

  await nadia.page.getByRole("button", { name: "People" }).click();
  await dialog.getByRole("button", { name: "Lock the room" }).click();
  await expect(dialog.getByRole("button", { name: "Unlock the room" })).toBeVisible();
  await helen.page.goto(review.supervisor);
  await justMe(helen.page).click();
  await expect(
    helen.page.getByRole("heading", { name: "The room is closed to new people just now" }),
  ).toBeVisible();
  await expect(door(nadia.page)).toBeHidden();
  await callum.page.reload();
  await expectReady(callum.page);

  await dialog.getByRole("button", { name: "Ask Callum to step out" }).click();
  const askedAtMs = performance.now();
  await expect(
    callum.page.getByRole("heading", { name: "The guider has closed the door for now" }),
  ).toBeVisible({ timeout: 1_000 });
  tellMeasured(`A14 asked out after ${Math.round(performance.now() - askedAtMs)} ms`);
  await expect(callum.page.locator("video")).toHaveCount(0);
  expect(await statusOf(callum.page, clipAddress ?? "/m/")).toBeGreaterThanOrEqual(400);

  await dialog.getByRole("button", { name: "Unlock the room" }).click();
  await nadia.page.keyboard.press("Escape");
  await callum.page.getByRole("link", { name: "Back to my way in" }).click();
  await knockIsShown(callum.page, nadia.page);
  await expect(door(nadia.page)).toContainText("Device let in before");
  await nadia.page.getByRole("button", { name: "Let in Callum" }).click();
  await expectReady(callum.page);
});

/** How the server answers this page's own request, its body read to the end. */
function statusOf(page: Page, path: string): Promise<number> {
  return page.evaluate(async (address) => {
    const answer = await fetch(address);
    await answer.arrayBuffer();
    return answer.status;
  }, path);
}

function isId(words: string): boolean {
  return /^[\w-]{20,43}$/.test(words) && !words.includes(" ");
}
