import { once } from "node:events";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import type { CutOutcome } from "#client/features/studio/cut/cut-outcome.ts";
import type { CutPlan } from "#shared/studio/cut-plan.ts";
import type { CuttingWindow, FoundClip, LookedAt } from "#tests/helpers/cut-page.ts";
import type { EvaluatesInPage } from "#tests/helpers/clips.ts";
import { numberedFilms, readFilm, unusableFilms } from "#tests/helpers/films.ts";
import type { NumberedFilm, UnusableFilm } from "#tests/helpers/films.ts";
import { projectRoot } from "#tests/helpers/project-root.ts";

/** A page that cuts the films of the tests; it asks for nothing but those and its own scripts. */
export interface CuttingPage {
  cut(
    film: NumberedFilm | UnusableFilm,
    plan: CutPlan,
    look: LookedAt,
  ): Promise<CutOutcome<FoundClip>>;
  /** Every address that was asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** A page in any browser. */
interface EmptyPage {
  goto(address: string): Promise<unknown>;
}

/** Where a film of the tests is fetched from. */
export const filmAddress = (film: NumberedFilm | UnusableFilm): string =>
  `/film/${encodeURIComponent(film)}`;

/** Builds one script of the tests as the product is built, workers and all, and opens a page with it; a file can be chosen there. */
export async function openBuiltPage(page: EmptyPage, entry: string) {
  const folder = await mkdtemp(join(tmpdir(), "sameframe-cut-"));
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: "error",
    build: {
      outDir: folder,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { entryFileNames: "assets/page.js" } },
    },
  });
  const assets = new Map<string, Buffer>();
  for (const name of await readdir(join(folder, "assets"))) {
    assets.set(`/assets/${name}`, await readFile(join(folder, "assets", name)));
  }
  await rm(folder, { recursive: true });
  const films = new Map<string, () => Buffer>(Object.entries(unusableFilms));
  for (const name of Object.keys(numberedFilms) as NumberedFilm[]) {
    films.set(name, () => readFilm(name)); // its own keys
  }
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    const film = films.get(decodeURIComponent(url.replace("/film/", "")));
    const script = assets.get(url);
    if (film !== undefined) response.end(film());
    else if (script !== undefined)
      response.setHeader("content-type", "text/javascript").end(script);
    else response.setHeader("content-type", "text/html").end(pageText);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port
  await page.goto(`http://127.0.0.1:${port}/page`);
  return {
    asked,
    close: async () => {
      await page.goto("about:blank");
      server.close();
      server.closeAllConnections();
    },
  };
}

const pageText =
  '<!doctype html><input type="file"><script type="module" src="/assets/page.js"></script>';

/** Brings this page to an address of this machine from where it can cut the films of the tests. */
export async function openCuttingPage(page: EmptyPage & EvaluatesInPage): Promise<CuttingPage> {
  const built = await openBuiltPage(page, "tests/helpers/cut-page.ts");
  return {
    ...built,
    cut: (film, plan, look) =>
      page.evaluate(
        async (wanted) => {
          const found = await (globalThis as CuttingWindow).cutFilm?.(...wanted);
          if (found === undefined) throw new Error("the page cannot cut");
          return found;
        },
        [filmAddress(film), plan, look] as [string, CutPlan, LookedAt],
      ),
  };
}
