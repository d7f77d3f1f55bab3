// Kit and Callum on the carpet with a book between them.
import { drawBook, drawCarpet, drawCrossedLegs } from "./draw-carpet.mjs";
import { drawHead } from "./draw-head.mjs";
import { drawArm, drawBody, people } from "./draw-person.mjs";
import { drawPlainRoom } from "./draw-plain-room.mjs";
import { poseOf } from "./pose-of.mjs";
import { at } from "./tracks.mjs";

/** Draws second `seconds` of a story on the carpet. */
export function drawCarpetScene(c, story, seconds) {
  const kit = poseOf(story.kit, seconds, { x: 362, y: 336, lean: 0.06 }, 0);
  const callum = poseOf(story.callum, seconds, { x: 904, y: 218, lean: -0.08 }, 1.3);
  drawPlainRoom(c, "#f0d9bb", "#cda67b");
  drawCarpet(c);
  for (const [who, pose] of [
    [people.callum, callum],
    [people.kit, kit],
  ]) {
    drawBody(c, who, pose);
    drawHead(c, who, pose);
  }
  drawCrossedLegs(c, kit.x - 4, 640, 128, "#5f7f4f");
  drawCrossedLegs(c, callum.x + 6, 636, 176, "#5d6276");
  drawBook(c, 640, 640);

  const handOf = ({ hand }) => ({ x: at(hand.x, seconds), y: at(hand.y, seconds) });
  drawArm(c, people.kit, { x: kit.x - 68, y: kit.y + 150 }, { x: 282, y: 620 }, 0.8);
  drawArm(c, people.callum, { x: callum.x + 116, y: callum.y + 164 }, { x: 1040, y: 620 }, -0.7);
  drawArm(c, people.callum, { x: callum.x - 98, y: callum.y + 168 }, handOf(story.callum), -0.4, 1);
  drawArm(c, people.kit, { x: kit.x + 62, y: kit.y + 152 }, handOf(story.kit), 0.8);
}
