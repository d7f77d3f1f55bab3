import { randomBytes } from "node:crypto";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { expectReady } from "#tests/helpers/people.ts";
import { tellMeasured, test } from "#tests/helpers/watched-review.ts";

const justMe = (page: Page) => page.getByRole("button", { name: "Just me here: ask to come in" });

/** The address this page fetched its clip from. */
async function copyClipAddress(page: Page): Promise<string> {
  const address = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .find((name) => name.includes("/m/")),
  );
  if (address === undefined) throw new Error("This page fetched no clip.");
  return address;
}

/** What anybody gets who asks for a clip's address without the seat it was made for. */
async function askPlainly(address: string): Promise<{ status: number; type: string | null }[]> {
  const asked = [{}, { range: "bytes=0-99" }, { range: "bytes=-1000" }];
  return Promise.all(
    asked.map(async (headers) => {
      const answer = await fetch(address, { headers });
      await answer.arrayBuffer();
      return { status: answer.status, type: answer.headers.get("content-type") };
    }),
  );
}

test("[DR3] [DR8] [DR9] [F4.1] a copied clip address, a second device and a revoked link get nothing of their own", async ({
  review,
}) => {
  review.expectLostRequests();
  const { nadia, callum } = await review.meet();
  const address = await copyClipAddress(callum.page);
  const otherDevice = await review.open(review);

  await test.step("the clip's address gives nothing in another browser, nor plainly", async () => {
    for (const { status, type } of await askPlainly(address)) {
      expect([401, 404]).toContain(status);
      expect(type).not.toContain("video");
    }
    for (const { page } of [otherDevice, await review.open(review)]) {
      const answer = await page.goto(address);
      expect([401, 404]).toContain(answer?.status());
    }
  });

  await test.step("the same link on another device is shown as another one and takes the seat", async () => {
    await otherDevice.page.goto(review.practitioner);
    await justMe(otherDevice.page).click();
    const door = nadia.page.getByRole("region", { name: "At the door" });
    await expect(door).toContainText("A different device from before");
    await expect(callum.page.locator("video")).toHaveCount(1);
    await nadia.page.getByRole("button", { name: "Let in Callum" }).click();
    await expect(
      callum.page.getByRole("heading", { name: "You are in the room somewhere else" }),
    ).toBeVisible({ timeout: 2_000 });
    await expect(callum.page.locator("video")).toHaveCount(0);
    await expectReady(otherDevice.page);
    await expect(
      nadia.page.getByRole("list", { name: "In the room" }).getByRole("listitem"),
    ).toHaveCount(2);
  });

  await test.step("a revoked link closes its seat within a second", async () => {
    const ownAddress = await copyClipAddress(otherDevice.page);
    await nadia.page.getByRole("button", { name: "Invite and clips" }).click();
    await nadia.page.getByRole("button", { name: "Invite", exact: true }).click();
    await nadia.page.getByRole("button", { name: "End the link of Callum" }).click();
    const endedAtMs = performance.now();
    await expect(
      otherDevice.page.getByRole("heading", { name: "Your link has ended" }),
    ).toBeVisible({ timeout: 1_000 });
    tellMeasured(`F4.1 seat closed after ${Math.round(performance.now() - endedAtMs)} ms`);
    await expect(otherDevice.page.locator("video")).toHaveCount(0);
    const status = await otherDevice.page.evaluate(async (path) => {
      const answer = await fetch(path);
      await answer.arrayBuffer();
      return answer.status;
    }, ownAddress);
    expect([401, 403, 404]).toContain(status);
  });

  await test.step("and reads like one that never was", async () => {
    const never = `${new URL(review.practitioner).origin}/j#${randomBytes(32).toString("base64url")}`;
    const read: string[] = [];
    for (const link of [review.practitioner, never]) {
      const { page } = await review.open(review);
      await page.goto(link);
      await expect(page.getByRole("heading", { name: "The link has ended" })).toBeVisible();
      read.push(await page.locator("body").innerText());
    }
    expect(read[0]).toBe(read[1]);
  });
});
