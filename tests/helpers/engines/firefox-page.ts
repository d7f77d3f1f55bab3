import { launch } from "puppeteer-core";
import type { ElementHandle, KeyInput } from "puppeteer-core";
import { findButton, letterMs, pageSize, until } from "./engine-page.ts";
import type { EngineDevices, EnginePage } from "./engine-page.ts";

/** Whatever is not on this machine is sent to a port where nobody listens. */
const staysHere = {
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 1,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 1,
};

/** A camera and a microphone of its own making, given without asking. */
const fakeDevices = {
  "media.navigator.streams.fake": true,
  "media.navigator.permission.disabled": true,
};

/** A page in stock Firefox, driven by puppeteer-core over WebDriver BiDi. */
export async function openFirefoxPage(
  executablePath: string,
  { hasDevices }: EngineDevices,
): Promise<EnginePage> {
  const browser = await launch({
    browser: "firefox",
    executablePath,
    headless: true,
    defaultViewport: pageSize,
    extraPrefsFirefox: { ...staysHere, ...(hasDevices ? fakeDevices : {}) },
  });
  const page = await browser.newPage();

  return {
    engine: "Firefox",
    goto: async (address) => void (await page.goto(address)),
    press: (name) =>
      until(`the button "${name}"`, async () => {
        const found = await page.evaluateHandle(findButton, name);
        const button = found.asElement() as ElementHandle<HTMLButtonElement> | null; // or null: findButton's own type
        if (button === null) return null;
        await button.click();
        return true;
      }).then(() => undefined),
    key: (name) => page.keyboard.press(name as KeyInput), // a key of the DOM has the same name there
    type: (words) => page.keyboard.type(words, { delay: letterMs }),
    // Puppeteer's own type unwraps handles in the argument; ours are plain values.
    evaluate: (work, argument) => page.evaluate(work as never, argument as never),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}
