import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import { startBuiltServer } from "#tests/helpers/built-server.ts";
import type { BuiltServer } from "#tests/helpers/built-server.ts";
import { numberedClips, refusedClip } from "#tests/helpers/clips.ts";

const longName = "Bartholomew-Maximilian Featherstonehaugh-Cholmondeley Junior";
const password = "a quiet warm room";

/** A page that keeps what it must not do: foreign requests, broken policies, errors of its own. */
interface Watched {
  readonly page: Page;
  readonly faults: string[];
  readonly requests: string[];
}

async function openWatched(browser: Browser, server: BuiltServer): Promise<Watched> {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      reportError(new Error(`policy ${event.violatedDirective} ${event.blockedURI}`));
    });
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  const ownHosts = [`localhost:${server.port}`, `127.0.0.1:${server.port}`];
  page.on("request", (request) => {
    const url = new URL(request.url());
    requests.push(`${request.url()} ${request.postData() ?? ""}`);
    if (!ownHosts.includes(url.host) && url.protocol !== "blob:") faults.push(request.url());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    // A refused request is shown as an error too, and is what some of these pages are about.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      faults.push(message.text());
    }
  });
  return { page, faults, requests };
}

/** Reads one page with axe and at 320 px. */
async function look(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" ")}`);
  const size = page.viewportSize() ?? { width: 1366, height: 768 };
  await page.setViewportSize({ width: 320, height: 640 });
  const sidewaysPx = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  await page.setViewportSize(size);
  return sidewaysPx > 0 ? [...found, `${page.url()} scrolls sideways`] : found;
}

async function setUp({ page }: Watched, server: BuiltServer, name = longName): Promise<void> {
  await page.goto(server.setUpLink ?? "");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Set up and sign in" }).click();
  await expect(page.getByRole("heading", { name: "No journeys yet" })).toBeVisible();
}

async function startJourney(page: Page, practitioner: string, child: string): Promise<void> {
  await page.getByRole("button", { name: "Start a journey" }).click();
  await page.getByLabel("Practitioner's first name").fill(practitioner);
  await page.getByLabel("What you call the child here").fill(child);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: `${practitioner} and ${child}` })).toBeVisible();
}

async function agree(page: Page, name: string): Promise<void> {
  await page.locator("summary").filter({ hasText: name }).click();
  const said = page.getByRole("list", { name: `What ${name} has said` });
  for (const purpose of ["Being filmed", "Short clips"]) {
    await said.getByLabel(purpose).selectOption("given");
    await expect(page.getByText(`${name}: saved`)).toBeVisible();
  }
}

async function planAndInvite(page: Page): Promise<string> {
  await page.getByRole("button", { name: /^Plan (the|a) / }).click();
  await page.getByRole("button", { name: "Plan it" }).click();
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  return page.getByRole("textbox", { name: "Link", exact: true }).inputValue();
}

test("[SC4] every page of a guider reads well, also with the longest names", async ({
  browser,
}) => {
  const server = await startBuiltServer();
  const guider = await openWatched(browser, server);
  const { page, faults } = guider;
  const seen: string[] = [];
  const lookAt = async (address: string, heading: string) => {
    await page.goto(`${server.url}${address}`);
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
    seen.push(...(await look(page)));
  };

  await lookAt("/", "Hello");
  await lookAt("/nothing", "There is no page here");
  await lookAt("/j", "This link is not complete");
  await lookAt("/sign-in", "Sign in");
  await lookAt("/ended?why=review-ended", "The shared review has finished");
  await setUp(guider, server);
  seen.push(...(await look(page)));
  await lookAt("/organisation", "Who signs in");
  await page.getByRole("link", { name: "Journeys" }).click();
  await startJourney(page, longName, longName);
  seen.push(...(await look(page)));
  await page.getByRole("button", { name: "Add a clip" }).click();
  await page.getByRole("button", { name: "Add the clip" }).click();
  seen.push(...(await look(page)));
  await page.keyboard.press("Escape");
  await planAndInvite(page);
  seen.push(...(await look(page)));

  expect(seen).toEqual([]);
  expect(faults).toEqual([]);
  await page.context().close();
  await server.stop();
});

test("[SC8] [SC11] a hope's place reaches 0 and 10 by the arrow keys, and a lower hope is asked about; a page that cannot be loaded says so and comes with one press", async ({
  browser,
}) => {
  const server = await startBuiltServer();
  const guider = await openWatched(browser, server);
  const { page } = guider;
  await setUp(guider, server);
  await startJourney(page, "Callum", "Kit");

  await page.getByRole("button", { name: "Add a hope" }).click();
  await page.getByRole("textbox", { name: "The hope" }).fill("Three turns or more");
  const now = page.getByRole("group", { name: "Where things are now" });
  const hoped = page.getByRole("group", { name: "Where you hope to be" });
  await now.getByRole("radio", { name: "Not said" }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(now.getByRole("radio", { name: "10" })).toBeChecked();
  await hoped.getByRole("radio", { name: "Not said" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(hoped.getByRole("radio", { name: "0", exact: true })).toBeChecked();
  await expect(page.getByText("The hope is lower than today")).toBeVisible();
  await page.getByRole("button", { name: "Keep this hope" }).click();

  await expect(page.getByText("Start 10 · Hoped for 0")).toBeVisible();

  await page.route("**/assets/OrganisationPage-*.js", (request) => request.abort());
  await page.getByRole("link", { name: "Organisation" }).click();
  await expect(page.getByRole("heading", { name: /^We cannot reach the server/ })).toBeVisible();
  await page.unroute("**/assets/OrganisationPage-*.js");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Our organisation" })).toBeVisible();
  await page.context().close();
  await server.stop();
});

test("[SC9] a refused clip says why and keeps its words for another file", async ({ browser }) => {
  const server = await startBuiltServer();
  const guider = await openWatched(browser, server);
  const { page, faults } = guider;
  await setUp(guider, server);
  await startJourney(page, "Callum", "Kit");
  const dialog = page.getByRole("dialog", { name: "Add a clip" });
  const send = () => dialog.getByRole("button", { name: "Add the clip" }).click();

  await page.getByRole("button", { name: "Add a clip" }).click();
  await dialog.getByLabel("A short title").fill("Reaching out");
  await dialog.getByLabel("What Kit starts").fill("looked at the cup");
  await dialog.locator("input[type=file]").setInputFiles(refusedClip("hevc.mp4"));
  await send();
  await expect(dialog.getByRole("alert")).toContainText("Kit and Callum");
  await page.keyboard.press("Escape");
  await agree(page, "Kit");
  await agree(page, "Callum");
  await page.getByRole("button", { name: "Add a clip" }).click();
  await dialog.getByLabel("A short title").fill("Reaching out");
  await dialog.getByLabel("What Kit starts").fill("looked at the cup");
  await dialog.locator("input[type=file]").setInputFiles(refusedClip("hevc.mp4"));
  await send();
  await expect(dialog.getByRole("alert")).toContainText("not every browser can play");
  await dialog.locator("input[type=file]").setInputFiles(numberedClips.silent);
  await send();

  await expect(dialog).toBeHidden();
  await expect(page.getByText("1. Reaching out")).toBeVisible();
  await expect(page.getByText("Ready", { exact: true })).toBeVisible();
  expect(faults).toEqual([]);
  await page.context().close();
  await server.stop();
});

test("[SC10] a knock shows over a dialog within a second and is answered by keyboard", async ({
  browser,
}) => {
  const server = await startBuiltServer();
  const guider = await openWatched(browser, server);
  const guest = await openWatched(browser, server);
  await setUp(guider, server, "Nadia");
  await startJourney(guider.page, "Callum", "Kit");
  const link = await planAndInvite(guider.page);
  const secret = link.split("#")[1] ?? "";

  await test.step("[SC1] the secret leaves the address before any request", async () => {
    await guest.page.goto(link.replace("localhost", "127.0.0.1"));
    await expect(guest.page.getByRole("heading", { name: "Hello Callum" })).toBeVisible();
    expect(guest.page.url()).not.toContain(secret);
    const holding = guest.requests.filter((request) => request.includes(secret));
    expect(holding).toEqual([expect.stringMatching(/\/api\/way-in \{/u)]);
  });
  const seen = await look(guest.page);
  await guider.page.getByRole("textbox", { name: "Link", exact: true }).focus();
  await guest.page.getByRole("button", { name: "Someone is with me: ask to come in" }).click();
  const door = guider.page.getByRole("region", { name: "At the door" });
  await expect(door).toContainText("Callum is waiting to come in", { timeout: 1_000 });
  await expect(door).toContainText("Someone is with them");
  await expect(guider.page.getByRole("textbox", { name: "Link", exact: true })).toBeFocused();
  await expect(guest.page.getByRole("heading", { name: "Nadia knows you are here" })).toBeVisible();
  seen.push(...(await look(guest.page)), ...(await look(guider.page)));
  const code = await guest.page.locator("[data-code]").getAttribute("data-code");
  expect(code).toMatch(/^\w+ \w+$/u);
  await expect(door.locator("[data-code]")).toHaveAttribute("data-code", code ?? "");
  await guider.page.keyboard.press("F6");
  await guider.page.keyboard.press("Tab");
  await expect(door.getByRole("button", { name: "Let in Callum" })).toBeFocused();
  await guider.page.keyboard.press("Enter");

  await guest.page.waitForURL(/\/room\//u);
  expect(seen).toEqual([]);
  expect([...guider.faults, ...guest.faults]).toEqual([]);
  await guider.page.context().close();
  await guest.page.context().close();
  await server.stop();
});
