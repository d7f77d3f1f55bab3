// Zara in her wheelchair, her eye-gaze device on its stand, and Joanne.
import {
  drawChairBack,
  drawChairFront,
  drawDevice,
  drawOpenHand,
  drawSwitch,
} from "./draw-device.mjs";
import { drawHead } from "./draw-head.mjs";
import { drawArm, drawBody, people } from "./draw-person.mjs";
import { drawPlainRoom } from "./draw-plain-room.mjs";
import { drawHum } from "./draw-room.mjs";
import { poseOf } from "./pose-of.mjs";
import { round } from "./shapes.mjs";
import { at } from "./tracks.mjs";

/** Draws second `seconds` of a story with the device, or with a switch where the story chooses no word. */
export function drawDeviceScene(c, story, seconds) {
  const zara = poseOf(story.zara, seconds, { x: 356, y: 306, lean: 0.07 }, 0);
  const jump = at(story.joanne.jump, seconds);
  const seat = { x: 934 + jump * 26, y: 236 - jump * 62, lean: -0.06 + jump * 0.09 };
  const joanne = poseOf(story.joanne, seconds, seat, 1.3);
  drawPlainRoom(c, "#e3e0ee", "#c9b59a");
  if (story.nurse !== undefined) drawNurse(c, story.nurse, seconds);
  drawBody(c, people.joanne, joanne);
  drawHead(c, people.joanne, joanne);
  round(c, 770, 664 - jump * 60, 330, 200, 34, "#4d5a78");
  drawChairBack(c, zara.x, 300);
  drawBody(c, people.zara, zara);
  drawHead(c, people.zara, zara);
  drawChairFront(c, zara.x);
  drawHum(c, zara.x + 104, zara.y + 44, 1, zara.hum, seconds, "#8a62b5");
  drawHum(c, joanne.x - 108, joanne.y + 48, -1, joanne.hum, seconds, "#2f7f86");
  if (story.chosen === null) drawSwitch(c, 572, 596);
  else drawDevice(c, 628, 402, { chosen: at(story.chosen, seconds), word: story.word });
  drawArm(c, people.zara, { x: zara.x - 70, y: zara.y + 150 }, { x: 266, y: 566 }, 0.7);
  drawArm(c, people.zara, { x: zara.x + 62, y: zara.y + 152 }, { x: 462, y: 566 }, -0.7);
  if (story.nurse !== undefined) drawNurseArm(c, story.nurse, seconds);
  drawJoanneArms(c, story.joanne, joanne, jump, seconds);
}

function handOf({ hand }, seconds) {
  return { x: at(hand.x, seconds), y: at(hand.y, seconds) };
}

/** Both hands fly up and open when she jumps. */
function drawJoanneArms(c, track, joanne, jump, seconds) {
  const resting = handOf(track, seconds);
  const near = { x: resting.x - jump * 24, y: resting.y - jump * 270 };
  const far = { x: 1046 + jump * 112, y: 640 - jump * 290 };
  drawArm(c, people.joanne, { x: joanne.x + 112, y: joanne.y + 160 }, far, jump * 1.4 - 0.7);
  drawOpenHand(c, people.joanne, far, jump, 1);
  drawArm(c, people.joanne, { x: joanne.x - 92, y: joanne.y + 166 }, near, -0.5);
  drawOpenHand(c, people.joanne, near, Math.max(jump, at(track.handOpen, seconds)), -1);
}

const nursePlace = { x: 128, y: 178, lean: 0.1 };

/** Stands behind the chair. */
function drawNurse(c, track, seconds) {
  const nurse = poseOf(track, seconds, nursePlace, 2.1);
  drawBody(c, people.nurse, nurse);
  drawHead(c, people.nurse, nurse);
}

function drawNurseArm(c, track, seconds) {
  const shoulder = { x: nursePlace.x + 70, y: nursePlace.y + 172 };
  drawArm(c, people.nurse, shoulder, handOf(track, seconds), 0.4);
}
