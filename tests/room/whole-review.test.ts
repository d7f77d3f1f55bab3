import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { startBuiltServer } from "#tests/helpers/built-server.ts";
import { numberedClips, readFrameNumber } from "#tests/helpers/clips.ts";
import { expectReady, leave, openPerson } from "#tests/helpers/people.ts";

/** Watches for anything that must never happen in a page: a blocked policy, another host, an error. */
function watch(page: Page, own: readonly string[]): string[] {
  const seen: string[] = [];
  page.on("pageerror", (error) => seen.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text())) seen.push(message.text());
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && !own.includes(origin)) seen.push(`request to ${origin}`);
  });
  return seen;
}

test("[RM13] from first start to finished review: set up, invite, ask, let in, same frame, one board, finish", async () => {
  const server = await startBuiltServer();
  const nadia = await openPerson(server);
  const callum = await openPerson(server);
  const own = [`http://localhost:${server.port}`, `http://127.0.0.1:${server.port}`];
  const unwanted = [...watch(nadia.page, own), ...watch(callum.page, own)];
  const { page } = nadia;

  await test.step("the first guider sets up", async () => {
    await page.goto(server.setUpLink ?? "");
    await page.getByLabel("Your name").fill("Nadia");
    await page.getByLabel("Password", { exact: true }).fill("water tray and cup");
    await page.getByRole("button", { name: "Set up and sign in" }).click();
    await expect(page.getByRole("heading", { name: "Hello, Nadia." })).toBeVisible();
  });

  await test.step("and starts a journey with permissions and a clip", async () => {
    await page.getByRole("button", { name: "Start a journey" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Practitioner's first name").fill("Callum");
    await dialog.getByLabel("What you call the child here").fill("Kit");
    await dialog.getByRole("button", { name: "Start the journey" }).click();
    for (const name of ["Kit", "Callum"]) {
      const said = page.getByRole("list", { name: `What ${name} has said` });
      if (!(await said.isVisible())) await page.getByText(name, { exact: true }).first().click();
      await said.getByLabel("Being filmed in an ordinary activity").selectOption("given");
      await said.getByLabel("Short clips in the shared review").selectOption("given");
    }
    await page.getByRole("button", { name: "Add a clip" }).first().click();
    const clip = page.getByRole("dialog");
    await clip.getByLabel("A short title").fill("The empty cup");
    await clip.getByLabel("What Kit starts").fill("Kit looked at the cup");
    await clip.getByRole("checkbox", { name: /^Kit/ }).check();
    await clip.getByRole("checkbox", { name: /^Callum/ }).check();
    await clip.locator("input[type=file]").setInputFiles(numberedClips.silent);
    await clip.getByRole("button", { name: "Add the clip" }).click();
    await expect(page.getByText("Ready", { exact: true })).toBeVisible();
  });

  const link = await test.step("plans the review and makes a link", async () => {
    await page.getByRole("button", { name: "Plan a shared review" }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Plan it" }).click();
    await page.getByRole("button", { name: "Invite" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Make the link" }).click();
    return dialog.getByRole("textbox", { name: "Link", exact: true }).inputValue();
  });

  await test.step("the guest asks to come in and is let in from whatever page", async () => {
    await callum.page.goto(link);
    expect(callum.page.url()).not.toContain("#");
    await callum.page.getByRole("button", { name: "Just me here: ask to come in" }).click();
    const words = callum.page.getByText("The same two words are on both screens:");
    await expect(words).toBeVisible();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Let in Callum" }).click();
    await page.getByRole("button", { name: "Open the room" }).first().click();
    await expectReady(callum.page);
    await expectReady(page);
  });

  await test.step("both play, pause and hold a moment", async () => {
    await callum.page.getByRole("button", { name: "Play together" }).click();
    await expect.poll(() => readFrameNumber(page)).toBeGreaterThan(10);
    await page.getByRole("button", { name: "Hold this moment" }).click();
    await expectReady(callum.page);
    expect(await readFrameNumber(callum.page)).toBe(await readFrameNumber(page));
  });

  await test.step("and write into one field at the same time", async () => {
    const field = (who: Page) => who.getByRole("textbox", { name: "What did Kit do?" });
    await expect(field(page)).toBeFocused();
    await field(callum.page).click();
    await Promise.all([
      page.keyboard.type("He looked at the cup. ", { delay: 20 }),
      callum.page.keyboard.type("Then he looked at me 🙂. ", { delay: 20 }),
    ]);
    await expect
      .poll(async () => (await field(page).inputValue()).length)
      .toBe("He looked at the cup. Then he looked at me 🙂. ".length);
    await expect(field(callum.page)).toHaveValue(await field(page).inputValue());
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  });

  await test.step("and finish", async () => {
    await page.getByRole("button", { name: "Finish the review" }).click();
    await page.getByRole("button", { name: "Keep these and finish" }).click();
    await page.getByRole("button", { name: "Finish as it is" }).click();
    await expect(
      callum.page.getByRole("heading", { name: "The shared review has finished" }),
    ).toBeVisible();
  });

  expect(unwanted).toEqual([]);
  await leave(nadia, callum);
  await server.stop();
});
