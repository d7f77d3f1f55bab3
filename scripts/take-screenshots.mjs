import { chromium } from "@playwright/test";
import { parseArgs } from "node:util";
import { createCamera } from "./take-screenshots/camera.mjs";
import { afterTheRoom } from "./take-screenshots/ended.mjs";
import { firstStart } from "./take-screenshots/first-start.mjs";
import { guiderPages } from "./take-screenshots/guider-pages.mjs";
import { createLine } from "./take-screenshots/line.mjs";
import { longNames } from "./take-screenshots/long-names.mjs";
import { reviewRoom } from "./take-screenshots/room.mjs";
import { clipStudio } from "./take-screenshots/studio.mjs";
import { wayIn } from "./take-screenshots/way-in.mjs";
import { wholeJourney } from "./take-screenshots/whole-journey.mjs";

/**
 * Takes the pictures of every screen into docs/screenshots. Named walks alone: `room way-in`;
 * another folder: `--to DIR`. Ends with 1 when a page scrolls sideways.
 */
const walks = {
  "first-start": firstStart,
  "guider-pages": guiderPages,
  "way-in": wayIn,
  studio: clipStudio,
  room: reviewRoom,
  "long-names": longNames,
  ended: afterTheRoom,
  "whole-journey": wholeJourney,
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { to: { type: "string", default: "docs/screenshots" } },
});
const chosen = positionals.length === 0 ? Object.keys(walks) : positionals;
const camera = await createCamera(values.to);

for (const name of chosen) {
  const line = await createLine();
  // Callum, whose address it is, is reached over a line that can be cut; everybody else directly.
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || undefined,
    args: ["--no-sandbox", "--disable-gpu", "--lang=en-GB", ...line.browserArguments],
  });
  try {
    await walks[name]({ browser, shoot: camera.shoot, line });
    console.log(`${name}: done, ${camera.taken()} pictures so far`);
  } finally {
    await browser.close();
    line.close();
  }
}
for (const fault of camera.faults) console.error(fault);
process.exitCode = camera.faults.length > 0 ? 1 : 0;
