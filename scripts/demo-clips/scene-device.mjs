// Zara in her wheelchair, her eye-gaze device on its stand, and Joanne.
import { drawChairBack, drawChairFront, drawDevice, drawOpenHand } from "./draw-device.mjs";
import { drawHead } from "./draw-head.mjs";
import { drawArm, drawBody, people } from "./draw-person.mjs";
import { drawPlainRoom } from "./draw-plain-room.mjs";
import { drawHum } from "./draw-room.mjs";
import { poseOf } from "./pose-of.mjs";
import { round } from "./shapes.mjs";
import { at } from "./tracks.mjs";

/** Draws second `seconds` of a story with the device. */
export function drawDeviceScene(c, story, seconds) {
  const { zara: zaraTrack, joanne: joanneTrack, nurse: nurseTrack = null } = story;
  const jump = at(joanneTrack.jump, seconds);
  const zara = poseOf(zaraTrack, seconds, { x: 356, y: 306, lean: 0.07 }, 0);
  const joanne = poseOf(
    joanneTrack,
    seconds,
    { x: 934 + jump * 26, y: 236 - jump * 62, lean: -0.06 + jump * 0.09 },
    1.3,
  );
  drawPlainRoom(c, "#e3e0ee", "#c9b59a");
  if (nurseTrack !== null) drawNurse(c, nurseTrack, seconds);
  drawBody(c, people.joanne, joanne);
  drawHead(c, people.joanne, joanne);
  round(c, 770, 664, 330, 80, 34, "#4d5a78");
  drawChairBack(c, zara.x, 300);
  drawBody(c, people.zara, zara);
  drawHead(c, people.zara, zara);
  drawChairFront(c, zara.x);
  drawHum(c, zara.x + 104, zara.y + 44, 1, zara.hum, seconds, "#8a62b5");
  drawHum(c, joanne.x - 108, joanne.y + 48, -1, joanne.hum, seconds, "#2f7f86");
  drawDevice(c, 628, 402, { chosen: at(story.chosen, seconds), word: story.word });

  const hand = {
    x: at(joanneTrack.hand.x, seconds),
    y: at(joanneTrack.hand.y, seconds) - jump * 70,
  };
  drawArm(c, people.zara, { x: zara.x - 70, y: zara.y + 150 }, { x: 266, y: 566 }, 0.7);
  drawArm(c, people.zara, { x: zara.x + 62, y: zara.y + 152 }, { x: 462, y: 566 }, -0.7);
  const other = { x: 1046 + jump * 50, y: 640 - jump * 150 };
  drawArm(c, people.joanne, { x: joanne.x + 112, y: joanne.y + 160 }, other, -0.7);
  drawArm(c, people.joanne, { x: joanne.x - 92, y: joanne.y + 166 }, hand, -0.5);
  drawOpenHand(c, people.joanne, hand, Math.max(jump, at(joanneTrack.handOpen, seconds)));
}

/** Stands behind the chair and tucks the blanket in. */
function drawNurse(c, track, seconds) {
  const nurse = poseOf(track, seconds, { x: 128, y: 178, lean: 0.1 }, 2.1);
  drawBody(c, people.nurse, nurse);
  drawHead(c, people.nurse, nurse);
  const hand = { x: at(track.hand.x, seconds), y: at(track.hand.y, seconds) };
  drawArm(c, people.nurse, { x: nurse.x + 92, y: nurse.y + 166 }, hand, 0.5);
}
