// Kit and Callum at the water tray.
import { drawHead } from "./draw-head.mjs";
import { drawArm, drawBody, people } from "./draw-person.mjs";
import { drawHum, drawLight, drawRoom } from "./draw-room.mjs";
import { drawCup, drawJug, drawTable, drawTray } from "./draw-table.mjs";
import { poseOf } from "./pose-of.mjs";
import { at } from "./tracks.mjs";

/** Draws second `seconds` of a story at the water tray. */
export function drawTableScene(c, story, seconds) {
  const { kit: kitTrack, callum: callumTrack } = story;
  const kit = poseOf(kitTrack, seconds, { x: 352, y: 352, lean: 0.05 }, 0);
  const callum = poseOf(callumTrack, seconds, { x: 914, y: 214, lean: -0.07 }, 1.3);
  drawRoom(c, seconds);
  drawBody(c, people.callum, callum);
  drawHead(c, people.callum, callum);
  drawBody(c, people.kit, kit);
  drawHead(c, people.kit, kit);
  drawHum(c, kit.x + 104, kit.y + 44, 1, kit.hum, seconds, "#e08b2d");
  drawHum(c, callum.x - 108, callum.y + 48, -1, callum.hum, seconds, "#2f7f86");
  drawTable(c);

  const kitHand = { x: at(kitTrack.hand.x, seconds), y: at(kitTrack.hand.y, seconds) };
  const callumHand = { x: at(callumTrack.hand.x, seconds), y: at(callumTrack.hand.y, seconds) };
  drawTray(
    c,
    seconds,
    at(story.stir, seconds),
    story.pour === null ? kitHand.x : at(story.cup.x, seconds),
  );
  const jug = {
    x: at(story.jug.x, seconds),
    y: at(story.jug.y, seconds),
    tip: at(story.jug.tip, seconds),
  };
  const cup = {
    x: at(story.cup.x, seconds),
    y: at(story.cup.y, seconds),
    fill: at(story.cup.fill, seconds),
  };
  drawArm(c, people.kit, { x: kit.x - 70, y: kit.y + 150 }, { x: 300, y: 630 }, 0.8);
  drawArm(c, people.callum, { x: callum.x + 118, y: callum.y + 160 }, { x: 1050, y: 630 }, -0.7);
  drawCup(c, cup.x, cup.y, cup.fill);
  if (story.pour !== null) drawStream(c, story.pour, jug, cup, seconds);
  drawJug(c, jug.x, jug.y, jug.tip);
  // Elbows rest outward; the pouring arm lifts its elbow across the body.
  const elbow = Math.max(-1, Math.min(0.7, (callumHand.y - 555) / 60));
  drawArm(c, people.callum, { x: callum.x - 96, y: callum.y + 168 }, callumHand, elbow, 1);
  drawArm(c, people.kit, { x: kit.x + 62, y: kit.y + 152 }, kitHand, 1);
  drawLight(c);
}

function drawStream(c, [from, to], jug, cup, seconds) {
  if (seconds < from || seconds > to) return;
  const spout = {
    x: jug.x - 62 * Math.cos(jug.tip) + -112 * -Math.sin(jug.tip),
    y: jug.y - 62 * Math.sin(jug.tip) - 112 * Math.cos(jug.tip),
  };
  const level = cup.y - 6 - 78 * cup.fill;
  const width = 9 + Math.sin(seconds * 17) * 1.2;
  c.strokeStyle = "rgba(120,198,214,.92)";
  c.lineWidth = width;
  c.lineCap = "round";
  c.beginPath();
  c.moveTo(spout.x + 4, spout.y + 6);
  c.quadraticCurveTo(spout.x - 12, spout.y + 30, cup.x, Math.max(level, spout.y + 40));
  c.stroke();
}
