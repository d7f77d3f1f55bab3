import { findButton, pageSize, until } from "./engine-page.ts";
import type { EnginePage } from "./engine-page.ts";
import { startWebKitDriver } from "./webkit-driver.ts";

/** The keys a person presses here, as the WebDriver protocol writes them. */
const protocolKeys: Readonly<Record<string, string>> = {
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
  End: "\uE010",
  Home: "\uE011",
};

/** A page in WebKit (WebKitGTK's MiniBrowser on a screen of its own), driven by W3C WebDriver. */
export async function openWebKitPage(driverPath: string): Promise<EnginePage> {
  const { driver, stop } = await startWebKitDriver(driverPath);
  const ask: typeof driver.ask = (...command) => driver.ask(...command);
  const barHeight = pageSize.height - (await sizeWindow(pageSize.height));
  await sizeWindow(pageSize.height + barHeight);

  /** Sizes the window and answers how high the page in it has become. */
  async function sizeWindow(height: number): Promise<number> {
    await ask("POST", "/window/rect", { x: 0, y: 0, width: pageSize.width, height });
    return driver.evaluate(() => innerHeight, null);
  }

  async function pressKeys(values: readonly string[]): Promise<void> {
    const actions = values.flatMap((value) =>
      ["keyDown", "keyUp"].map((type) => ({ type, value })),
    );
    await ask("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] });
  }

  return {
    engine: "WebKit",
    goto: async (url) => void (await ask("POST", "/url", { url })),
    press: (name) =>
      until(`the button "${name}"`, async () => {
        const button = await driver.element(findButton, name);
        if (button === null) return null;
        await ask("POST", `/element/${button}/click`, {});
        return true;
      }).then(() => undefined),
    key: (name) => pressKeys([protocolKeys[name] ?? name]),
    type: (words) =>
      pressKeys(Array.from(new Intl.Segmenter().segment(words), ({ segment }) => segment)),
    evaluate: (work, argument) => driver.evaluate(work, argument),
    screenshot: async () => Buffer.from(String(await ask("GET", "/screenshot")), "base64"),
    close: stop,
  };
}
