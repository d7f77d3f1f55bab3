import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { numberedClips } from "#tests/helpers/clips.ts";
import { expectReady, revisionOf, stage } from "#tests/helpers/people.ts";
import { rounds, tellMeasured, test } from "#tests/helpers/watched-review.ts";

test.use({ clips: [numberedClips.withSound] });

const microphone = ["--use-fake-device-for-media-stream"];

/** Signs the demo's guider in without opening the room, and answers with the review's id. */
async function signIn(page: Page, guiderLink: string): Promise<string> {
  const { origin, hash } = new URL(guiderLink);
  const [secret, reviewId = ""] = hash.slice(1).split(".");
  const answer = await page.request.post(`${origin}/api/sign-in/demo`, {
    data: { secret },
    headers: { origin },
  });
  expect(answer.ok()).toBe(true);
  await page.goto(origin);
  return reviewId;
}

// With FULL=1 the goal itself: green twenty times of twenty, and each time the room works.
for (let round = 1; round <= rounds(1, 20); round += 1) {
  test(`[CP74] [N13] green in the rehearsal, then the practitioner comes in and all works (${round})`, async ({
    review,
  }) => {
    review.expectLostRequests(); // the rehearsal's own end is a closed door
    const nadia = await review.open(review, undefined, undefined, microphone);
    const callum = await review.open(review);
    const { page } = nadia;
    await signIn(page, review.guider);
    await page.getByRole("link", { name: /Callum/ }).click();

    const startedAtMs = Date.now();
    await page.getByRole("link", { name: "Rehearse" }).click();
    await expect(page.getByText("Everything works. Callum can come.")).toBeVisible();
    tellMeasured(`N13 green after ${Date.now() - startedAtMs} ms`);
    await expect(page.getByText("Works", { exact: true })).toHaveCount(6);
    await page.getByRole("button", { name: /^Hear “/ }).click();
    await expect(page.getByText("has sound that can be heard")).toBeVisible();

    await page.getByRole("link", { name: "See what Callum will see" }).click();
    await expect(page.getByText("Rehearsal: Callum is not here.")).toBeVisible();
    await expect(stage(page)).toHaveAttribute("data-shown-frame", "0");
    await expect(page.getByRole("button", { name: "Let in" })).toHaveCount(0);

    await callum.page.goto(review.practitioner);
    await callum.page.getByRole("button", { name: "Just me here: ask to come in" }).click();
    await page.getByRole("button", { name: "Let in" }).click();
    await page.getByRole("link", { name: "Open the room" }).click();
    await expectReady(callum.page);
    await expectReady(page);
    const before = await revisionOf(callum.page);
    await page.keyboard.press("k");
    await expect.poll(() => revisionOf(callum.page)).toBeGreaterThan(before);
  });
}
