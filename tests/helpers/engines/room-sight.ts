import { playback } from "#client/text/en/playback.ts";
import { barcode, frameNumberOf, readBlocks } from "#tests/helpers/clips.ts";
import type { EnginePage } from "./engine-page.ts";

/** What a person in the room can see, and how far their page says it has come. */
export interface RoomSight {
  /** The number in the picture, from its pixels; null when none can be read. */
  readonly picture: number | null;
  readonly saysSameFrame: boolean;
  /** How often the timeline has changed, as this page knows. */
  readonly revision: number;
}

/** Reads the words first and then the picture: what the words promise must still be so. */
export async function lookAt(page: EnginePage): Promise<RoomSight> {
  const said = await page.evaluate(readStage, playback["playback.same-frame"]);
  const blocks = await page.evaluate(readBlocks, { videoSelector: "video", ...barcode });
  return { ...said, picture: blocks === null ? null : frameNumberOf(blocks) };
}

/** The number in the picture on the screen itself, read from a screenshot; null when none can be read. */
export async function readScreen(page: EnginePage): Promise<number | null> {
  const screenshot = Buffer.from(await page.screenshot()).toString("base64");
  const blocks = await page.evaluate(readShot, { screenshot, ...barcode });
  return blocks === null ? null : frameNumberOf(blocks);
}

/** From now on notes what a page must never do: break the content policy, or meet an error of its own. */
export async function gatherFaults(page: EnginePage): Promise<void> {
  await page.evaluate(listenForFaults, null);
}

/** What was noted since `gatherFaults`. */
export async function readFaults(page: EnginePage): Promise<string[]> {
  const noted = await page.evaluate(
    () => document.documentElement.getAttribute("data-test-faults") ?? "",
    null,
  );
  return noted === "" ? [] : noted.split("\n").map((fault) => `${page.engine}: ${fault}`);
}

/** Runs in the page, so it stands alone. */
function readStage(sameFrameWords: string) {
  const stage = document.querySelector("[data-phase]");
  return {
    saysSameFrame: document.body.innerText.includes(sameFrameWords),
    revision: Number(stage?.getAttribute("data-revision") ?? 0),
  };
}

/** Runs in the page, so it stands alone. */
function listenForFaults(): void {
  const note = (fault: string) => {
    const before = document.documentElement.getAttribute("data-test-faults");
    const all = before === null ? fault : `${before}\n${fault}`;
    document.documentElement.setAttribute("data-test-faults", all);
  };
  addEventListener("error", (event) => note(event.message));
  addEventListener("unhandledrejection", (event) => note(String(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) =>
    note(`policy ${event.violatedDirective} ${event.blockedURI}`),
  );
}

/** The brightness of the blocks where the film lies in a screenshot. Runs in the page, so it stands alone. */
async function readShot(
  options: { screenshot: string } & typeof barcode,
): Promise<number[] | null> {
  const film = document.querySelector("video")?.getBoundingClientRect();
  if (film === undefined) return null;
  const bytes = Uint8Array.from(atob(options.screenshot), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const scale = image.width / innerWidth;
  const canvas = document.createElement("canvas");
  canvas.width = options.width;
  canvas.height = options.height;
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.scale(options.width / film.width / scale, options.height / film.height / scale);
  context.drawImage(image, -film.x * scale, -film.y * scale);
  const { data } = context.getImageData(0, options.y, options.width, 1);
  const count = options.width / options.block;
  return Array.from({ length: count }, (_, n) => data[(n + 0.5) * options.block * 4] ?? 0);
}
