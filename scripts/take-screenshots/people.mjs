/** A new page in a browser profile of its own. */
export async function openPerson(browser, address) {
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/London" });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  if (address !== undefined) await page.goto(address);
  return page;
}

/** The button of this name, as somebody would look for it. */
export const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Asks to come in and waits for the two words. */
export async function knock(page, how = "Just me here: ask to come in") {
  await button(page, how).click();
  await page.locator("[data-code]").waitFor();
}

/** Waits until the clip is whole on this page and both see the same frame. */
export async function together(page) {
  await page.locator('[data-agreement="together"]').waitFor({ timeout: 30_000 });
}

/** The guider's room and a guest let in to it. */
export async function letIn(guider, guest) {
  await knock(guest);
  await guider.getByRole("button", { name: "Let in" }).click();
  await guest.locator("[data-phase]").waitFor();
}

/** Ends the profile of a page. */
export const leave = (...pages) => Promise.all(pages.map((page) => page.context().close()));

/** A route called with this page's cookie; answers what the server answered. */
export async function call(page, method, path, data) {
  const origin = new URL(page.url()).origin;
  const response = await page.request.fetch(origin + path, {
    method,
    headers: { origin },
    ...(data === undefined ? {} : { data }),
  });
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()}`);
  const body = await response.text();
  return body === "" ? null : JSON.parse(body);
}
