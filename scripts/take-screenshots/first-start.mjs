import { startEmptyServer } from "./house.mjs";
import { button, leave, openPerson } from "./people.mjs";

const password = "water tray and cup";

/** Before anything is there: first start, signing in, the empty pages and the room without a clip. */
export async function firstStart({ browser, shoot }) {
  const server = await startEmptyServer();
  const page = await openPerson(browser, server.url);
  await page.getByRole("heading", { name: "Hello" }).waitFor();
  await shoot(page, "hello-empty");
  await page.goto(`${server.url}/nothing`);
  await shoot(page, "not-found");
  await page.goto(`${server.url}/set-up`);
  await shoot(page, "set-up-no-secret");

  await page.goto("about:blank");
  await page.goto(`${server.url}/set-up#${server.setUpSecret}`);
  await page.getByLabel("Your name").waitFor();
  await shoot(page, "set-up-empty");
  await button(page, "Set up and sign in").click();
  await shoot(page, "set-up-not-complete");
  await page.getByLabel("Your name").fill("Nadia");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await button(page, "Set up and sign in").click();
  await page.getByRole("heading", { name: "No journeys yet" }).waitFor();
  await shoot(page, "home-empty");

  await emptyJourney(page, shoot);
  await emptyRoom(page, shoot);

  await page.goto(server.url);
  await button(page, "Sign out").click();
  await page.getByLabel("Password", { exact: true }).waitFor();
  await shoot(page, "sign-in-empty");
  await page.getByLabel("Your name").fill("Nadia");
  await page.getByLabel("Password", { exact: true }).fill("something else");
  await button(page, "Sign in").click();
  await page.getByText("That name and password").first().waitFor();
  await shoot(page, "sign-in-refused");
  await leave(page);
  await server.stop();
}

async function emptyJourney(page, shoot) {
  await button(page, "Start a journey").click();
  await page.getByRole("dialog").waitFor();
  await shoot(page, "start-journey-empty");
  await page.getByLabel("Practitioner's first name").fill("Callum");
  await page.getByLabel("What you call the child here").fill("Kit");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Callum and Kit" }).waitFor();
  await shoot(page, "journey-empty");
  await button(page, "Add a clip").click();
  await button(page, "Add the clip").click();
  await shoot(page, "add-clip-not-complete");
  await page.keyboard.press("Escape");
}

async function emptyRoom(page, shoot) {
  await button(page, "Plan the first talk").click();
  await shoot(page, "plan-review-empty");
  await page.getByLabel("What for").selectOption({ label: "Shared review" });
  await button(page, "Plan it").click();
  await page.getByRole("link", { name: "Open the room" }).click();
  await page.getByText("There is no clip to look at yet").waitFor();
  await page.getByText("Good connection").waitFor();
  await shoot(page, "room-empty");
  await button(page, "People").click();
  await shoot(page, "room-people-empty");
  await page.keyboard.press("Escape");
}
