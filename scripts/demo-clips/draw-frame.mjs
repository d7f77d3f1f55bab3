// One picture of one clip: the same second gives the same picture.
import { drawCarpetScene } from "./scene-carpet.mjs";
import { drawCorridorScene } from "./scene-corridor.mjs";
import { drawDeviceScene } from "./scene-device.mjs";
import { drawTableScene } from "./scene-table.mjs";
import { stories } from "./stories.mjs";

const scenes = {
  table: drawTableScene,
  carpet: drawCarpetScene,
  corridor: drawCorridorScene,
  device: drawDeviceScene,
};

/** Draws second `seconds` of story `number` on a 1280x720 context. */
export function drawFrame(c, number, seconds) {
  const story = stories[number];
  scenes[story.scene](c, story, seconds);
}
