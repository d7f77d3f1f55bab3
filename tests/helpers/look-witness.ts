import type { Page } from "@playwright/test";

/** What a page showed of looking closely, at an instant of this machine's clock. */
export interface SeenLook {
  readonly atMs: number;
  readonly look: string;
}

type LookWindow = Window & { seenLooks?: SeenLook[]; pressedAtMs?: number };

/** Notes each change of zoom, loop, rings and pill in this page, and the last press or move of a hand. */
export async function watchLooks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const room = window as LookWindow; // a place of the tests' own
    const theatre = document.querySelector("#video");
    const film = document.querySelector("video")?.parentElement;
    if (theatre === null || film === null || film === undefined) throw new Error("no stage here");
    const seen: SeenLook[] = [];
    room.seenLooks = seen;
    const note = () => {
      const rings = [...theatre.querySelectorAll<HTMLElement>("[data-ring]")];
      const loop = theatre.querySelector("[data-loop]")?.textContent ?? "";
      const pill = theatre.querySelector("[data-tone]")?.textContent ?? "";
      const places = rings.map((ring) => ring.style.cssText).join();
      const look = JSON.stringify({ zoom: film.style.transform, loop, pill, places });
      if (seen.at(-1)?.look !== look) seen.push({ atMs: Date.now(), look });
    };
    for (const kind of ["keydown", "pointermove"]) {
      const press = () => {
        room.pressedAtMs = Date.now();
      };
      window.addEventListener(kind, press, { capture: true });
    }
    const everything = { attributes: true, childList: true, characterData: true, subtree: true };
    new MutationObserver(note).observe(theatre, everything);
    note();
  });
}

/** The wall clock of the last key or move of the mouse in this page. */
export const pressedAtMs = (page: Page): Promise<number> =>
  page.evaluate(() => (window as LookWindow).pressedAtMs ?? Number.NaN); // kept by `watchLooks`

/** Every look of this page since an instant, oldest first. */
export async function looksSince(page: Page, sinceMs: number): Promise<readonly SeenLook[]> {
  const seen = await page.evaluate(() => (window as LookWindow).seenLooks ?? []); // kept by `watchLooks`
  return seen.filter(({ atMs }) => atMs >= sinceMs);
}
