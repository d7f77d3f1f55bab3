// Draws the body of a figure behind the table, and arms that reach.
import { ellipse } from "./draw-head.mjs";

/** The small ones and the large ones; all lengths in px of a 1280x720 picture. */
export const people = {
  kit: {
    headRadius: 92,
    neckY: 84,
    shoulderWidth: 74,
    torsoWidth: 92,
    torsoHeight: 250,
    sleeve: 44,
    hand: 23,
    armLength: 205,
    skin: "#b97a4f",
    skinShade: "#9a6140",
    hair: "#3a241b",
    top: "#e2a33b",
    topShade: "#c98a2a",
    iris: "#4a2f1d",
    eye: { rx: 20, ry: 23, apart: 37, iris: 13 },
    curls: true,
    striped: true,
  },
  callum: {
    headRadius: 90,
    neckY: 92,
    shoulderWidth: 118,
    torsoWidth: 142,
    torsoHeight: 360,
    sleeve: 54,
    hand: 28,
    armLength: 310,
    skin: "#efc3a0",
    skinShade: "#d9a27e",
    hair: "#8a4a2b",
    top: "#3f7f86",
    topShade: "#336a71",
    iris: "#3f6b57",
    eye: { rx: 17, ry: 19, apart: 34, iris: 11 },
    beard: true,
  },
  zara: {
    headRadius: 92,
    neckY: 84,
    shoulderWidth: 76,
    torsoWidth: 94,
    torsoHeight: 250,
    sleeve: 44,
    hand: 22,
    armLength: 205,
    skin: "#8d5a3b",
    skinShade: "#71452c",
    hair: "#1f1613",
    top: "#9c7cc4",
    topShade: "#8263ab",
    iris: "#2e1b10",
    eye: { rx: 20, ry: 23, apart: 37, iris: 13 },
    bunches: "#f2c14e",
    striped: true,
  },
  joanne: {
    headRadius: 88,
    neckY: 90,
    shoulderWidth: 104,
    torsoWidth: 126,
    torsoHeight: 370,
    sleeve: 50,
    hand: 27,
    armLength: 300,
    skin: "#f2cdb0",
    skinShade: "#d9a888",
    hair: "#6b4a2f",
    top: "#a8505e",
    topShade: "#8d3f4c",
    iris: "#4d6f8c",
    eye: { rx: 17, ry: 19, apart: 34, iris: 11 },
    long: true,
  },
  nurse: {
    headRadius: 86,
    neckY: 90,
    shoulderWidth: 108,
    torsoWidth: 132,
    torsoHeight: 490,
    sleeve: 50,
    hand: 27,
    armLength: 320,
    skin: "#c68a62",
    skinShade: "#a56d49",
    hair: "#2b2320",
    top: "#5b83b8",
    topShade: "#476b9b",
    iris: "#3a2718",
    eye: { rx: 17, ry: 19, apart: 34, iris: 11 },
  },
};

/** Body and neck, drawn before the table. */
export function drawBody(c, who, pose) {
  const { x, y } = pose;
  c.save();
  c.translate(x, y);
  c.rotate(pose.lean * 0.5);
  const top = who.neckY + 14;
  const shade = c.createLinearGradient(-who.torsoWidth, 0, who.torsoWidth, 0);
  shade.addColorStop(0, who.top);
  shade.addColorStop(1, who.topShade);
  c.beginPath();
  c.moveTo(-who.torsoWidth, top + who.torsoHeight);
  c.bezierCurveTo(-who.torsoWidth - 8, top + 90, -who.shoulderWidth - 26, top + 6, -36, top - 2);
  c.quadraticCurveTo(0, top + 16, 36, top - 2);
  c.bezierCurveTo(
    who.shoulderWidth + 26,
    top + 6,
    who.torsoWidth + 8,
    top + 90,
    who.torsoWidth,
    top + who.torsoHeight,
  );
  c.closePath();
  c.fillStyle = shade;
  c.fill();
  c.save();
  c.clip();
  if (who.striped) {
    c.strokeStyle = "rgba(255,246,224,.75)";
    c.lineWidth = 13;
    for (const stripe of [58, 102, 146, 190]) {
      c.beginPath();
      c.moveTo(-150, top + stripe);
      c.quadraticCurveTo(0, top + stripe + 22, 150, top + stripe);
      c.stroke();
    }
  } else {
    c.strokeStyle = "rgba(20,60,66,.28)";
    c.lineWidth = 4;
    c.beginPath();
    c.moveTo(0, top + 10);
    c.lineTo(0, top + 400);
    c.stroke();
    c.beginPath();
    c.moveTo(-30, top - 6);
    c.lineTo(0, top + 46);
    c.lineTo(30, top - 6);
    c.fillStyle = "#f5ead8";
    c.fill();
  }
  c.restore();
  c.fillStyle = who.skinShade;
  c.beginPath();
  c.roundRect(-25, who.neckY - 30, 50, 54, 22);
  c.fill();
  c.restore();
}

/** An arm from shoulder to hand, bent at the elbow; `bend` says to which side the elbow goes. */
export function drawArm(c, who, shoulder, hand, bend, grip = 0) {
  const dx = hand.x - shoulder.x;
  const dy = hand.y - shoulder.y;
  const length = Math.max(1, Math.hypot(dx, dy));
  const reach = Math.max(length * 1.04, who.armLength);
  const out = Math.sqrt(Math.max(0, (reach / 2) ** 2 - (length / 2) ** 2)) * bend;
  const elbow = {
    x: (shoulder.x + hand.x) / 2 - (dy / length) * out,
    y: (shoulder.y + hand.y) / 2 + (dx / length) * out,
  };
  const wrist = { x: hand.x - (hand.x - elbow.x) * 0.16, y: hand.y - (hand.y - elbow.y) * 0.16 };
  c.lineCap = "round";
  c.lineJoin = "round";
  c.strokeStyle = who.skin;
  c.lineWidth = who.sleeve * 0.56;
  c.beginPath();
  c.moveTo(wrist.x, wrist.y);
  c.lineTo(hand.x, hand.y);
  c.stroke();
  // A darker line around the sleeve sets it off from the body.
  for (const [colour, width] of [
    [who.topShade, who.sleeve + 4],
    [who.top, who.sleeve - 3],
  ]) {
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.beginPath();
    c.moveTo(shoulder.x, shoulder.y);
    c.quadraticCurveTo(
      elbow.x,
      elbow.y,
      wrist.x + (elbow.x - wrist.x) * 0.3,
      wrist.y + (elbow.y - wrist.y) * 0.3,
    );
    c.stroke();
  }
  ellipse(c, hand.x, hand.y, who.hand, who.hand * 0.86, who.skin);
  const side = Math.sign(dx) || 1;
  ellipse(
    c,
    hand.x + side * who.hand * (0.55 - grip * 0.2),
    hand.y - who.hand * 0.55,
    who.hand * 0.34,
    who.hand * 0.5,
    who.skin,
  );
  c.strokeStyle = who.skinShade;
  c.lineWidth = 2;
  for (const finger of [-0.3, 0.1, 0.5]) {
    c.beginPath();
    c.moveTo(hand.x + side * who.hand * 0.35, hand.y + who.hand * finger);
    c.lineTo(hand.x + side * who.hand * 0.85, hand.y + who.hand * finger);
    c.stroke();
  }
}
