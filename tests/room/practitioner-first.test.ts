import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { listedJourneySchema } from "#shared/domain/cycle-line.ts";
import { journeySchema } from "#shared/domain/journey.ts";
import { clipSchema } from "#shared/domain/clip.ts";
import { numberedClips } from "#tests/helpers/clips.ts";
import { expectReady } from "#tests/helpers/people.ts";
import { test } from "#tests/helpers/watched-review.ts";

const prepared = "Ask what Kit did with the jug before looking up.";
const panel = (page: Page, name: string) => page.getByRole("region", { name });
const notes = (page: Page) => page.getByText(prepared);

/** Adds a clip nobody has held anything on, as the guider's journey page would. */
async function addClip(page: Page, title: string): Promise<void> {
  const { origin } = new URL(page.url());
  const headers = { origin };
  const ask = async (path: string): Promise<unknown> =>
    (await page.request.get(origin + path)).json();
  const [summary] = listedJourneySchema.array().parse(await ask("/api/journeys"));
  const journey = journeySchema.parse(await ask(`/api/journeys/${summary?.journeyId}`));
  const added = await page.request.post(
    `${origin}/api/cycles/${journey.cycles[0]?.cycleId}/clips`,
    {
      headers,
      data: {
        title,
        initiative: "looked towards the jug",
        description: "",
        peopleInShot: journey.people
          .filter(({ relation }) => relation === "child" || relation === "practitioner")
          .map(({ personId }) => personId),
      },
    },
  );
  const { clipId } = clipSchema.parse(await added.json());
  const put = await page.request.put(`${origin}/api/clips/${clipId}/file`, {
    headers: { ...headers, "content-type": "application/octet-stream" },
    data: await readFile(numberedClips.silent),
  });
  expect(put.status()).toBe(200);
}

test("[BS29] [BS30] [BS32] [N3] [F3.5] [F4.8] the practitioner begins, with notes of their own", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet();
  await addClip(nadia.page, "The jug");
  await nadia.page.getByRole("button", { name: "The jug" }).click();
  for (const { page } of [nadia, callum]) await expectReady(page);
  const firstField = callum.page.getByRole("textbox", { name: "What did Kit do?" });

  await test.step("the guider prepares notes on the journey page, and only that screen has them", async () => {
    const journey = await nadia.context.newPage();
    await journey.goto(new URL("/", nadia.page.url()).href);
    await journey.getByRole("link", { name: "Open the journey of Callum and Kit" }).click();
    await journey.getByRole("button", { name: "Prepare notes for The jug" }).click();
    await journey
      .getByRole("textbox", { name: "What you would like to notice or ask" })
      .fill(prepared);
    await journey.getByRole("button", { name: "Keep these notes" }).click();
    await expect(journey.getByRole("dialog")).toHaveCount(0);
    await expect(notes(journey)).toBeVisible();
    await expect(
      journey.getByRole("checkbox", { name: "Callum’s words come first" }),
    ).toBeChecked();
    await journey.close();
    await expect(notes(nadia.page)).toBeVisible();
    await expect(nadia.page.getByText("Only you see this until Callum has written.")).toBeVisible();
    await expect(notes(callum.page)).toHaveCount(0);
  });

  await test.step("the clip is watched once without cards, and pausing works meanwhile", async () => {
    await expect(panel(callum.page, "Watch it once together")).toContainText("Then you begin.");
    await expect(panel(nadia.page, "Watch it once together")).toContainText("Then Callum begins.");
    await expect(firstField).toHaveCount(0);
    await callum.page.keyboard.press("k");
    await nadia.page.keyboard.press("k");
    await nadia.page.getByRole("button", { name: "We have watched it" }).click();
    await expect(panel(nadia.page, "Callum begins")).toBeVisible();
  });

  await test.step("one press holds the moment and begins the practitioner's first words", async () => {
    const begins = panel(callum.page, "What catches your eye?");
    for (const { page } of [nadia, callum]) {
      const axe = await new AxeBuilder({ page }).include("#board").analyze();
      expect(axe.violations.map(({ id }) => id)).toEqual([]);
    }
    await begins.getByRole("button", { name: "Write about this moment" }).click();
    await expect(firstField).toBeFocused();
    await expect(firstField).toHaveValue("");
    await expect(notes(callum.page)).toHaveCount(0);
    await callum.page.keyboard.type("Kit looked up");
    await expect(notes(callum.page)).toBeVisible();
    await expect(nadia.page.getByText("Callum can read this too.")).toBeVisible();
  });

  await test.step("a private note outlives a reload on the practitioner's screen alone", async () => {
    await callum.page.getByText("Only you see this", { exact: true }).click();
    const own = callum.page.getByRole("textbox", { name: /My note on this moment/ });
    await own.fill("I felt proud");
    await expect(
      callum.page.getByRole("group").filter({ has: own }).getByText("Saved"),
    ).toBeVisible();
    await callum.page.reload();
    await callum.page.getByText("Only you see this", { exact: true }).click();
    await expect(own).toHaveValue("I felt proud");
    await expect(notes(callum.page)).toBeVisible();
    await expect(nadia.page.getByText("Only you see this", { exact: true })).toHaveCount(0);
  });
});
