import { closeContext, openContext } from "#tests/helpers/kept-browsers.ts";
import { letterMs, pageSize, patienceMs } from "./engine-page.ts";
import type { EngineDevices, EnginePage } from "./engine-page.ts";

const fakeDevices = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

/** A page in the Chromium of all other tests, driven by Playwright. */
export async function openChromiumPage({ hasDevices }: EngineDevices): Promise<EnginePage> {
  const { context } = await openContext(
    { arguments: hasDevices ? fakeDevices : [] },
    { viewport: pageSize, locale: "en-GB" },
  );
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();

  return {
    engine: "Chromium",
    goto: async (address) => void (await page.goto(address)),
    press: (name) => page.getByRole("button", { name, exact: true }).click(),
    key: (name) => page.keyboard.press(name),
    type: (words) => page.keyboard.type(words, { delay: letterMs }),
    // Playwright's own type unwraps handles in the argument; ours are plain values.
    evaluate: (work, argument) => page.evaluate(work as never, argument),
    screenshot: () => page.screenshot(),
    close: () => closeContext(context),
  };
}
