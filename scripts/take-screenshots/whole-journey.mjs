import { startDemo } from "./house.mjs";
import { button, call, leave, letIn, openPerson, together } from "./people.mjs";

/** A journey after three cycles: every page around it, and its last review. */
export async function wholeJourney({ browser, shoot, line }) {
  const demo = await startDemo([]);
  line.lead(demo.url);
  const nadia = await openPerson(browser, demo.guider);
  const callum = await openPerson(browser, demo.practitioner);
  await letIn(nadia, callum);
  await together(nadia);
  await lastReview(nadia, callum, shoot);
  await guiderPages(nadia, demo.url, shoot);
  await ownPlace(browser, demo.own, shoot);
  const other = await openPerson(browser, demo.held);
  await other.getByRole("heading", { name: "What is kept of Kit" }).waitFor();
  await shoot(other, "held");
  await other.goto(demo.summary);
  await shoot(other, "strengths-summary");
  await leave(nadia, callum, other);
  await demo.stop();
}

async function lastReview(nadia, callum, shoot) {
  await shoot(nadia, "room-last-review");
  await shoot(callum, "room-last-review-guest");
  await button(callum, "Where we are").click();
  await shoot(callum, "room-where-we-are");
  await callum.keyboard.press("Escape");
  await button(callum, "Then and now").click();
  const films = callum.getByRole("dialog", { name: "Then and now" }).locator("video");
  await films.nth(1).waitFor();
  await callum.waitForFunction(() =>
    [...document.querySelectorAll("dialog video")].every(({ readyState }) => readyState === 4),
  );
  await shoot(callum, "room-then-and-now");
  await callum.keyboard.press("Escape");
}

/** Callum's own place, opened by his link on another device. */
async function ownPlace(browser, address, shoot) {
  const page = await openPerson(browser, address);
  await button(page, "Open my place in this browser").waitFor();
  await shoot(page, "own-open");
  await button(page, "Open my place in this browser").click();
  await page.getByText("Like being let in.").first().waitFor();
  await shoot(page, "own-place");
  for (const part of ["My words and aims", "How are you?", "Where this place opens"]) {
    const heading = page.getByRole("heading", { name: part });
    const name = `own-${part
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, "-")
      .replace(/-$/, "")}`;
    await shoot(page, name, () =>
      heading.evaluate((one) => one.scrollIntoView({ behavior: "instant" })),
    );
  }
  await page.goto(`${new URL(address).origin}/own/strengths`);
  await button(page, "Make a link").waitFor();
  await shoot(page, "own-strengths");
  await leave(page);
}

async function guiderPages(nadia, url, shoot) {
  await nadia.goto(url);
  await nadia.getByRole("link", { name: "Open the journey of Callum and Kit" }).waitFor();
  await shoot(nadia, "home-last-review");
  const [{ journeyId }] = await call(nadia, "GET", "/api/journeys");
  const { cycles } = await call(nadia, "GET", `/api/journeys/${journeyId}`);
  const [{ reviewId }] = cycles[1].reviews;
  const pages = {
    "journey-whole": [`/journeys/${journeyId}`, "MORE at the window"],
    growth: [`/journeys/${journeyId}/growth`, "Film strip"],
    "signed-board": [`/reviews/${reviewId}/signed-board`, "What went well"],
    report: [`/reviews/${reviewId}/report`, "Take it away"],
    log: ["/supervision", "Hours of supervision"],
    organisation: ["/organisation", "Who signs in"],
    "attunement-words": ["/framework", "Being attentive"],
  };
  for (const [name, [path, shown]] of Object.entries(pages)) {
    await nadia.goto(url + path);
    await nadia.getByText(shown).first().waitFor();
    await shoot(nadia, name);
    await shoot(nadia, `${name}-below`, (page) =>
      page.evaluate(() => scrollTo({ top: innerHeight - 160, behavior: "instant" })),
    );
  }
}
