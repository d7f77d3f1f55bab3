import { startDemo } from "./house.mjs";
import { button, leave, openPerson } from "./people.mjs";

const field = (page, name) => page.getByRole("textbox", { name });
const part = (page, name) => page.locator("summary").filter({ hasText: name }).first();
const intoSight = (locator) => () =>
  locator.evaluate((element) => element.scrollIntoView({ behavior: "instant", block: "start" }));

/** From a film to a clip on its way: choosing it, looking closely, covering, making; then a rehearsal. */
export async function clipStudio({ browser, shoot }) {
  const demo = await startDemo();
  const page = await openPerson(browser, demo.guider);
  // Without it the film is chosen by a plain field, which a script can fill.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "showOpenFilePicker"));
  await page.locator("[data-phase]").waitFor();
  await page.goto(demo.url);
  await page.getByRole("link", { name: "Open the journey of Callum and Kit" }).click();
  await page.getByRole("link", { name: "Choose clips from a film" }).click();
  await button(page, "Choose a film").waitFor();
  await shoot(page, "studio-choose");

  const chooser = page.waitForEvent("filechooser");
  await button(page, "Choose a film").click();
  await (await chooser).setFiles("demo/clip-1-1.mp4");
  await button(page, "New clip from here").waitFor();
  for (const key of ["l", "c", "1", ".", ".", ".", ".", ".", "a", "2", "i", "l", "l", "o"]) {
    await page.keyboard.press(key);
  }
  await field(page, "A short title").fill("Reaching out");
  await field(page, "What Kit starts").fill("looked at the cup, then at Callum");
  await field(page, "My notes").fill("Callum keeps still. Kit looks again, for longer.");
  const top = () => page.evaluate(() => window.scrollTo(0, 0));
  await shoot(page, "studio-desk", top);
  await shoot(page, "studio-marks", intoSight(page.getByRole("heading", { name: "What you see" })));
  await shoot(
    page,
    "studio-clips",
    intoSight(page.getByRole("heading", { name: "Clips from this film" })),
  );

  await part(page, "Covers").click();
  await button(page, "Add an oval").click();
  await shoot(page, "studio-covers", intoSight(part(page, "Covers")));
  await shoot(page, "studio-cover-on-picture", top);
  await button(page, "Look through the covered pictures").click();
  await page.getByRole("dialog").waitFor();
  const next = page.getByRole("dialog").getByRole("button", { name: "Next picture" });
  await next.click();
  await shoot(page, "studio-cover-look");
  while (await next.isEnabled()) await next.click();
  await button(page, "All is well covered").click();
  await part(page, "Captions").click();
  await shoot(page, "studio-captions", intoSight(part(page, "Captions")));
  await button(page, "Make this clip").click();
  await button(page, "Send to the review").waitFor({ timeout: 60_000 });
  await shoot(page, "studio-made", intoSight(button(page, "Send to the review")));

  await page.getByRole("link", { name: "Back to the journey" }).click();
  await page.getByRole("link", { name: "Rehearse" }).click();
  await page
    .getByText(/Everything works|wants your look|want your look/)
    .first()
    .waitFor({ timeout: 30_000 });
  await shoot(page, "rehearsal", top);
  await leave(page);
  await demo.stop();
}
