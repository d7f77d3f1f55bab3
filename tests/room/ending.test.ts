import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { test } from "#tests/helpers/watched-review.ts";

const button = (page: Page | Locator, name: string) =>
  page.getByRole("button", { name, exact: true });
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const ending = (page: Page) => page.getByRole("dialog", { name: "Before you go" });
const axeFindings = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);

test("[BS42] [BS43] [BS44] [BS45] [BS46] [F4.10] [JN84] both end a review by agreeing to one board; the next begins with its aims", async ({
  review,
}) => {
  const { nadia, callum } = await review.meet();
  const [guider, practitioner] = [nadia.page, callum.page];

  await test.step("an aim says where and when, and is taken away by either", async () => {
    await practitioner.getByRole("button", { name: "Where we are" }).click();
    await button(practitioner, "Bring me there: What to do more of").click();
    const aims = (page: Page) => page.getByRole("tab", { name: "Do more of" });
    await expect(aims(practitioner)).toBeFocused();
    await expect(aims(practitioner)).toHaveAttribute("aria-selected", "true");
    await expect(aims(guider)).toHaveAttribute("aria-selected", "false");
    await aims(guider).click();
    await field(practitioner, "Where and when, 1").fill("At snack time, tomorrow");
    await expect(field(guider, "Where and when, 1")).toHaveValue("At snack time, tomorrow");
    await button(guider, "Take “Do more of, 2” away").click();
    await expect(field(practitioner, "Do more of, 2")).toHaveCount(0);
    await expect(guider.getByText("Taken away. You can add it again.")).toBeVisible();
  });

  await test.step("both see the ending, and either goes back", async () => {
    await button(guider, "Finish the review").click();
    await expect(ending(practitioner)).toContainText("Where and when: At snack time, tomorrow");
    await button(practitioner, "Stay").click();
    await expect(ending(guider)).toHaveCount(0);
  });

  await test.step("an agreement is to what is seen: a change takes it back", async () => {
    await button(guider, "Finish the review").click();
    await button(practitioner, "I agree with this board").click();
    await expect(ending(guider)).toContainText("Callum agrees");
    await button(guider, "Stay").click();
    await expect(button(guider, "Finish the review")).toBeFocused();
    await field(guider, "Where and when, 1").press("End");
    await guider.keyboard.type(" at ten");
    await button(guider, "Finish the review").click();
    await expect(ending(practitioner)).toContainText("tomorrow at ten");
    await expect(ending(practitioner)).toContainText("The board has changed since.");
    await expect(ending(practitioner)).toContainText("You have not said yet");
    expect(await axeFindings(practitioner)).toEqual([]);
  });

  await test.step("both agree: the board is signed and rests, until one writes on", async () => {
    await button(practitioner, "I agree with this board").click();
    await button(guider, "I agree with this board").click();
    await expect(ending(practitioner)).toContainText("The board is signed and stays as it is.");
    await button(practitioner, "Stay").click();
    await expect(practitioner.getByText(/^You both agreed to the board on/)).toBeVisible();
    await expect(field(practitioner, "Do more of, 1")).toHaveAttribute("readonly", "");
    await expect(field(guider, "Do more of, 1")).toHaveAttribute("readonly", "");
    expect(await axeFindings(practitioner)).toEqual([]);
    await button(practitioner, "Write on").click();
    await expect(button(practitioner, "Write on")).toHaveCount(0);
    await expect(field(guider, "Do more of, 1")).not.toHaveAttribute("readonly", "");
    await field(practitioner, "Where and when, 1").press("End");
    await practitioner.keyboard.type(", twice");
    await expect(field(guider, "Where and when, 1")).toHaveValue(/, twice$/);
  });

  await test.step("signed again, it is finished by one press; the aims are kept with the cycle", async () => {
    await button(guider, "Finish the review").click();
    await expect(ending(practitioner)).toContainText(", twice");
    await button(practitioner, "I agree with this board").click();
    await button(guider, "I agree with this board").click();
    await expect(ending(guider)).toContainText("The board is signed");
    await button(guider, "Keep these and finish").click();
    await practitioner.getByRole("heading", { name: "The shared review has finished" }).waitFor();
    await guider
      .getByRole("link", { name: /journeys/i })
      .first()
      .click();
    await guider.getByRole("link", { name: /^Open the journey/ }).click();
    await expect(
      guider.getByText("Where and when: At snack time, tomorrow at ten, twice"),
    ).toBeVisible();
    await expect(button(guider, "Close")).toHaveCount(0); // that Callum was let in need not be told any longer
    await guider.getByRole("link", { name: "The signed board" }).click();
    await expect(guider.getByText(/^Signed copy 2,/)).toBeVisible();
    await expect(guider.getByText(/^Callum, practitioner, on/)).toBeVisible();
    expect(await axeFindings(guider)).toEqual([]);
    await guider.goBack();
  });

  await test.step("the next review begins with them, and finishes unsigned only after one more press", async () => {
    await button(guider, "Start the next cycle").click();
    const cycle = guider.getByRole("region", { name: "Cycle 2" });
    await button(cycle, "Plan a shared review").click();
    await button(guider.getByRole("dialog"), "Plan it").click();
    await cycle.getByRole("link", { name: "Open the room" }).click();
    const went = guider.getByRole("textbox", { name: /^How did it go\?/ });
    await went.fill("The five seconds felt ages. He fills it now.");
    await button(guider, "Finish the review").click();
    await expect(ending(guider)).toContainText("He fills it now.");
    await button(guider, "Keep these and finish").click();
    await expect(ending(guider)).toContainText("Nothing to do more of has been written yet.");
    await expect(ending(guider)).toContainText("without being signed");
    await button(guider, "Finish as it is").click();
    await guider.getByRole("heading", { name: "The shared review has finished" }).waitFor();
    await guider
      .getByRole("link", { name: /journeys/i })
      .first()
      .click();
    await guider.getByRole("link", { name: /^Open the journey/ }).click();
    await guider.reload(); // a journey read within the last five seconds is not read again
    await guider.getByText("Cycle 1", { exact: true }).click(); // folded to a line
    await expect(
      guider.getByText("How it went: The five seconds felt ages. He fills it now."),
    ).toBeVisible();
  });
});
