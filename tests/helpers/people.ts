import { expect } from "@playwright/test";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { DemoReview } from "#tests/helpers/demo-review.ts";
import type { FaultProxy } from "#tests/helpers/fault-proxy.ts";
import { closeContext, openContext } from "#tests/helpers/kept-browsers.ts";
import { watchPage } from "#tests/helpers/page-watch.ts";
import type { PageWatch } from "#tests/helpers/page-watch.ts";

/** One person in a browser process that is theirs as long as they are here: nothing is shared with the other. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly browser: Browser;
  /** What their page must not do, and did. */
  readonly watch: PageWatch;
}

const wideScreen = { width: 1366, height: 768 };

/** Opens a browser for one person; `through` puts a bad line between it and the server. */
export async function openPerson(
  review: Pick<DemoReview, "port">,
  through?: FaultProxy,
  viewport = wideScreen,
  browserArguments: readonly string[] = [],
): Promise<Person> {
  const launch = {
    serverPort: review.port,
    arguments: browserArguments,
    ...(through === undefined ? {} : { through }),
  };
  const { browser, context } = await openContext(launch, { viewport, locale: "en-GB" });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  return { browser, context, page, watch: await watchPage(page, review.port) };
}

/** The guider in the room and the practitioner let in: both with the clip ready. */
export async function meetInRoom(
  review: Pick<DemoReview, "port" | "guider" | "practitioner">,
  lines: { readonly guider?: FaultProxy; readonly practitioner?: FaultProxy } = {},
  open: typeof openPerson = openPerson,
): Promise<{ nadia: Person; callum: Person }> {
  const [nadia, callum] = await Promise.all([
    open(review, lines.guider),
    open(review, lines.practitioner),
  ]);
  await Promise.all([nadia.page.goto(review.guider), callum.page.goto(review.practitioner)]);
  await expect(stage(nadia.page)).toBeVisible();
  await callum.page.getByRole("button", { name: "Just me here: ask to come in" }).click();
  await nadia.page.getByRole("button", { name: "Let in" }).click();
  await expectReady(callum.page);
  await expectReady(nadia.page);
  return { nadia, callum };
}

/** The supervisor let in to a room where the guider is. */
export async function bringSupervisor(
  review: DemoReview,
  nadia: Person,
  open: typeof openPerson = openPerson,
): Promise<Person> {
  const helen = await open(review);
  await helen.page.goto(review.supervisor);
  await helen.page.getByRole("button", { name: "Just me here: ask to come in" }).click();
  await nadia.page.getByRole("button", { name: "Let in Helen" }).click();
  await expectReady(helen.page);
  return helen;
}

export async function leave(...people: Pick<Person, "context">[]): Promise<void> {
  await Promise.all(people.map(({ context }) => closeContext(context)));
}

/** The stage with the clip. */
export const stage = (page: Page) => page.locator("[data-shown-frame], [data-phase]").first();

/** Waits until the clip is whole in this page and both see that they are on the same frame. */
export async function expectReady(page: Page): Promise<void> {
  await expect(stage(page)).toHaveAttribute("data-agreement", "together", { timeout: 20_000 });
}

/** How often the timeline has changed in this epoch, as this page knows it. */
export const revisionOf = async (page: Page) =>
  Number(await stage(page).getAttribute("data-revision"));
