import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { listedJourneySchema } from "#shared/domain/cycle-line.ts";
import { journeySchema } from "#shared/domain/journey.ts";
import { expectReady } from "#tests/helpers/people.ts";
import { test } from "#tests/helpers/watched-review.ts";

const words = {
  captions: "WEBVTT\n\n00:01.000 --> 00:02.500\nHere comes the cup.\n",
  marks: [
    { atMs: 3_000, text: "Kit looks up" },
    { atMs: 1_000, text: "Kit reaches for the cup" },
  ],
};

/** Says it of the guider's first clip, while the room is open. */
async function sayOfFirstClip(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  const read = async (path: string): Promise<unknown> =>
    (await page.request.get(origin + path)).json();
  const [summary] = listedJourneySchema.array().parse(await read("/api/journeys"));
  const journey = journeySchema.parse(await read(`/api/journeys/${summary?.journeyId}`));
  const clip = journey.cycles.flatMap(({ clips }) => clips)[0];
  if (clip === undefined) throw new Error("the journey has no clip");
  const { clipId, cycleId: _, position: __, preparation: ___, media: ____, ...said } = clip;
  const answer = await page.request.put(`${origin}/api/clips/${clipId}/words`, {
    headers: { origin },
    data: { ...said, ...words },
  });
  expect(answer.status()).toBe(200);
}

test("[CP62] [CP63] [CP64] [A2] captions are seen by who asked for them, at their time, and descriptions are read as the clip passes them", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet();
  const caption = (page: Page) => page.getByText("Here comes the cup.");
  const heard = callum.page.locator("[data-react-aria-top-layer] > [role=status]");
  const step = (key: string) => callum.page.keyboard.press(key);

  await test.step("a clip without them says so", async () => {
    await expect(
      callum.page.getByRole("button", { name: "Captions (this clip has none)" }),
    ).toHaveAttribute("aria-pressed", "false");
    await step("c");
    await expect(callum.page.getByText("This clip has no captions.")).toBeVisible();
    await expect(nadia.page.getByText("This clip has no captions.")).toHaveCount(0);
  });

  await test.step("words written meanwhile come into the open room", async () => {
    await sayOfFirstClip(nadia.page);
    const button = callum.page.getByRole("button", { name: "Captions", exact: true });
    await expect(button).toHaveAttribute("aria-pressed", "true");
    await callum.page.getByRole("button", { name: "Descriptions", exact: true }).click();
  });

  await test.step("captions stand on the picture of the one alone, from their start to their end", async () => {
    await expect(caption(callum.page)).toHaveCount(0);
    await step("l");
    for (const one of [nadia.page, callum.page]) await expectReady(one);
    await expect(caption(callum.page)).toBeVisible();
    await expect(caption(nadia.page)).toHaveCount(0);
    await step("l");
    await expect(caption(callum.page)).toHaveCount(0);
  });

  await test.step("descriptions are read as the clip passes them, and can be read at rest", async () => {
    await expect(heard).toHaveText("Kit looks up");
    await step("1");
    await expectReady(callum.page);
    await step("k");
    await expect(heard).toHaveText("Kit reaches for the cup");
    await expect(heard).toHaveText("Kit looks up");
    await step("k");
    await callum.page.getByText("What this clip shows, in words").click();
    await expect(callum.page.getByRole("listitem").filter({ hasText: "0:01" })).toHaveText(
      "0:01 Kit reaches for the cup",
    );
  });

  await test.step("the tab remembers", async () => {
    await callum.page.reload();
    await expectReady(callum.page);
    for (const name of ["Captions", "Descriptions"]) {
      await expect(callum.page.getByRole("button", { name, exact: true })).toHaveAttribute(
        "aria-pressed",
        "true",
      );
    }
  });
});
