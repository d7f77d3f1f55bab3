import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import type { CutOutcome } from "#client/features/studio/cut/cut-outcome.ts";
import type { CutPlan } from "#shared/studio/cut-plan.ts";
import { bundleForPage } from "#tests/bench/sync/bundle-for-page.ts";
import type { CuttingWindow, FoundClip, LookedAt } from "#tests/helpers/cut-page.ts";
import { numberedFilms, readFilm } from "#tests/helpers/films.ts";
import type { NumberedFilm } from "#tests/helpers/films.ts";

/** A page that cuts the numbered films. */
export interface CuttingPage {
  cut(film: NumberedFilm, plan: CutPlan, look: LookedAt): Promise<CutOutcome<FoundClip>>;
  close(): void;
}

/** Brings this page to an address of this machine from where it can fetch the films, with the cutting in it. */
export async function openCuttingPage(page: Page): Promise<CuttingPage> {
  const server = createServer((asked, response) => {
    const film = Object.keys(numberedFilms).find((name) => asked.url === `/${name}`);
    if (film === undefined) response.setHeader("content-type", "text/html").end("<!doctype html>");
    else response.end(readFilm(film as NumberedFilm)); // one of its keys: found among them
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port
  await page.goto(`http://127.0.0.1:${port}/page`);
  const content = await bundleForPage("tests/helpers/cut-page.ts");
  await page.addScriptTag({ type: "module", content });
  await page.waitForFunction(() => "cutFilm" in globalThis);
  return {
    cut: (film, plan, look) =>
      page.evaluate(
        async (asked) => {
          const found = await (globalThis as CuttingWindow).cutFilm?.(...asked);
          if (found === undefined) throw new Error("the page cannot cut");
          return found;
        },
        [`/${film}`, plan, look] as [string, CutPlan, LookedAt],
      ),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
