// Kit and Callum waiting at a window in the corridor.
import { drawCorridor, drawStandingLegs } from "./draw-corridor.mjs";
import { drawHead } from "./draw-head.mjs";
import { drawArm, drawBody, people } from "./draw-person.mjs";
import { drawHum } from "./draw-room.mjs";
import { poseOf } from "./pose-of.mjs";
import { at } from "./tracks.mjs";

/** Draws second `seconds` of a story in the corridor. */
export function drawCorridorScene(c, story, seconds) {
  const down = at(story.callum.down, seconds);
  const kit = poseOf(story.kit, seconds, { x: 452, y: 338, lean: 0.04 }, 0);
  const callum = poseOf(
    story.callum,
    seconds,
    { x: 884 - down * 40, y: 128 + down * 172, lean: -0.05 - down * 0.05 },
    1.3,
  );
  drawCorridor(c, seconds);
  drawStandingLegs(c, callum.x, callum.y + 430, 74, "#5d6276");
  drawBody(c, people.callum, callum);
  drawHead(c, people.callum, callum);
  drawStandingLegs(c, kit.x, kit.y + 330, 48, "#5f7f4f");
  drawBody(c, people.kit, kit);
  drawHead(c, people.kit, kit);
  drawHum(c, kit.x + 104, kit.y + 44, 1, kit.hum, seconds, "#e08b2d");

  // MORE: an open hand pats the fist of the other.
  const signing = at(story.kit.signing, seconds);
  const pat = at(story.kit.pat, seconds) * 30;
  const fist = { x: kit.x - 74 + signing * 112, y: kit.y + 306 - signing * 78 };
  const flat = { x: kit.x + 84 - signing * 34, y: kit.y + 306 - signing * (122 + pat) + pat };
  drawArm(
    c,
    people.callum,
    { x: callum.x + 112, y: callum.y + 166 },
    { x: callum.x + 124, y: callum.y + 440 },
    -0.5,
  );
  const offered = { x: callum.x - 118 - down * 44, y: callum.y + 440 - down * 150 };
  drawArm(c, people.callum, { x: callum.x - 98, y: callum.y + 168 }, offered, -0.5);
  drawArm(c, people.kit, { x: kit.x - 66, y: kit.y + 150 }, fist, 1, 1);
  drawArm(c, people.kit, { x: kit.x + 62, y: kit.y + 152 }, flat, -1);
}
