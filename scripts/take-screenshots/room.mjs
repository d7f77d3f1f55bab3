import { startDemo } from "./house.mjs";
import { button, leave, letIn, openPerson, together } from "./people.mjs";

const moment = (page, number) => page.getByRole("button", { name: new RegExp(`Moment ${number}`) });
const tab = (page, name) => page.getByRole("tab", { name });

/** The review room in full work: two people, a supervisor, three clips, held moments, a bad line. */
export async function reviewRoom({ browser, shoot, line }) {
  const demo = await startDemo();
  line.lead(demo.url);
  const callum = await openPerson(browser, demo.practitioner);
  const nadia = await openPerson(browser, demo.guider);
  await letIn(nadia, callum);
  await Promise.all([together(nadia), together(callum)]);

  await heldMoment(nadia, callum, shoot);
  await boardSides(nadia, shoot);
  await dialogs(nadia, shoot);
  await playing(nadia, callum, shoot);
  await closely(nadia, callum, shoot);
  await apart(nadia, callum, shoot);
  await waiting(nadia, callum, shoot);
  await covered(nadia, callum, shoot);
  await badLine(nadia, callum, line, shoot);
  const helen = await openPerson(browser, demo.supervisor);
  await letIn(nadia, helen);
  await Promise.all([together(nadia), together(callum), together(helen)]);
  await shoot(helen, "room-supervisor");
  await shoot(nadia, "room-three-people");
  await otherTab(nadia, callum, shoot);
  await leave(nadia, callum, helen);
  await demo.stop();
}

async function heldMoment(nadia, callum, shoot) {
  await moment(nadia, 1).click();
  await Promise.all([together(nadia), together(callum)]);
  const field = nadia.getByRole("textbox", { name: "How did Callum answer?" });
  await field.waitFor();
  // On a phone the header goes, so that picture, people and words are seen at once.
  const pastHeader = async (page) => {
    await stillsDrawn(page);
    await page.evaluate(() => {
      window.scrollTo({ top: document.querySelector("header").offsetHeight, behavior: "instant" });
    });
  };
  await shoot(nadia, "room-full", pastHeader);
  await shoot(callum, "room-full-guest");
  const own = callum.getByRole("textbox", { name: "What went well?" });
  await own.click();
  await callum.keyboard.press("Control+End");
  await callum.keyboard.type(" Calm. I trusted the quiet.", { delay: 40 });
  const words = nadia.getByRole("textbox", { name: "What went well?" });
  await nadia.waitForFunction((area) => area.value.endsWith("quiet."), await words.elementHandle());
  await shoot(nadia, "room-writing", () => words.scrollIntoViewIfNeeded().catch(() => undefined));
}

/** A still has its clip's width; the quiet place before it is as wide as canvases begin. */
function stillsDrawn(page) {
  return page.waitForFunction(() =>
    [...document.querySelectorAll("#board canvas")].every((still) => still.width !== 300),
  );
}

async function boardSides(page, shoot) {
  const toBoard = async () => {
    await stillsDrawn(page);
    await page.evaluate(() =>
      document.getElementById("board").scrollIntoView({ behavior: "instant" }),
    );
  };
  await tab(page, "All").click();
  await shoot(page, "room-all-moments", toBoard);
  await tab(page, "Do more of").click();
  await shoot(page, "room-do-more-of", toBoard);
  await tab(page, "This moment").click();
}

async function dialogs(page, shoot) {
  const close = async () => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  };
  const top = () => page.evaluate(() => window.scrollTo(0, 0));
  await button(page, "More for the clip").click();
  await page.getByRole("menu").waitFor();
  await shoot(page, "room-menu", () => page.getByRole("menu").waitFor());
  await page.getByRole("menuitem", { name: "Keys you can use" }).click();
  await page.getByRole("dialog").waitFor();
  await shoot(page, "room-keys");
  await close();
  await button(page, "People").click();
  await page.getByRole("dialog").waitFor();
  await shoot(page, "room-people", top);
  await close();
  await button(page, "Finish the review").click();
  await page.getByRole("dialog").waitFor();
  await shoot(page, "room-finish", top);
  await close();
}

async function playing(nadia, callum, shoot) {
  await button(nadia, "More for the clip").click();
  await nadia.getByRole("menuitemcheckbox", { name: "Repeat this clip" }).click();
  await nadia.keyboard.press("Escape");
  await button(nadia, "Play together").click();
  await Promise.all([nadia, callum].map((page) => page.getByText("In step").waitFor()));
  await shoot(nadia, "room-playing", () => nadia.getByText("In step").waitFor());
  await button(callum, "Pause together").click();
  await Promise.all([together(nadia), together(callum)]);
}

/** A loop at half speed, seen closer, with Callum's ring on it. */
async function closely(nadia, callum, shoot) {
  const toTop = (page) => page.evaluate(() => window.scrollTo(0, 0));
  await moment(nadia, 1).click();
  await Promise.all([together(nadia), together(callum)]);
  await button(nadia, "Look closer").click();
  await shoot(nadia, "room-look-closer", toTop);
  for (const key of ["i", "l", "o", "<", "<"]) await nadia.keyboard.press(key);
  await callum.getByText("Looping 0:02 to 0:04, half speed").waitFor();
  for (const key of ["k", "+"]) await nadia.keyboard.press(key);
  await Promise.all([together(nadia), together(callum)]);
  await callum.keyboard.press("p");
  const picture = callum.getByRole("application");
  await shoot(nadia, "room-loop-zoom-ring", async (page) => {
    await toTop(page);
    // A ring at rest fades.
    await picture.press("ArrowLeft");
    await page.locator("[data-ring]").waitFor();
  });
  await callum.keyboard.press("p");
  for (const key of ["u", "0"]) await nadia.keyboard.press(key);
  await button(nadia, "Put away").click();
  await Promise.all([together(nadia), together(callum)]);
}

async function apart(nadia, callum, shoot) {
  await callum.keyboard.press("g");
  await nadia.getByText("Callum is looking on their own for now").first().waitFor();
  await shoot(callum, "room-on-my-own", () => callum.evaluate(() => window.scrollTo(0, 0)));
  await shoot(nadia, "room-other-on-their-own");
  await button(callum, "Back together").click();
  await Promise.all([together(nadia), together(callum)]);
}

/** Callum's clip is held back until the pictures are taken. */
async function waiting(nadia, callum, shoot) {
  let release = () => {};
  const released = new Promise((resolve) => (release = resolve));
  await callum.route("**/m/**", async (route) => {
    await released;
    await route.continue();
  });
  await callum.reload();
  await nadia.getByText("Waiting for Callum's picture").waitFor();
  await nadia.keyboard.press("k");
  await button(nadia, "Start without Callum").waitFor();
  await shoot(nadia, "room-waiting", () => nadia.evaluate(() => window.scrollTo(0, 0)));
  await button(nadia, "Pause together").click();
  release();
  await Promise.all([together(nadia), together(callum)]);
  await callum.unroute("**/m/**");
}

async function covered(nadia, callum, shoot) {
  await button(nadia, "Cover the picture").click();
  await callum.locator('[data-cover="theirs"]').waitFor();
  await shoot(nadia, "room-covered-mine");
  await shoot(callum, "room-covered-theirs");
  await button(nadia, "Uncover the picture").first().click();
  await Promise.all([together(nadia), together(callum)]);
}

async function badLine(nadia, callum, line, shoot) {
  line.cut();
  await callum.getByText("We lost touch for a moment").waitFor();
  await nadia.getByText("We have lost touch with Callum").waitFor();
  await shoot(callum, "room-reconnecting");
  await shoot(nadia, "room-partner-lost");
  line.mend();
  await callum.getByText("Good connection").waitFor({ timeout: 30_000 });
  await Promise.all([together(nadia), together(callum)]);
}

async function otherTab(nadia, callum, shoot) {
  const second = await nadia.context().newPage();
  await second.goto(nadia.url());
  await nadia.getByRole("alertdialog").waitFor();
  await shoot(nadia, "room-seat-elsewhere");
  await button(callum, "Leave").click();
  await second.getByText("Callum has left the room").waitFor();
  await shoot(second, "room-partner-left");
  await shoot(callum, "ended-left");
}
