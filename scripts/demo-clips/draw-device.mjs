// Draws the wheelchair, the eye-gaze device on its stand, and a hand that opens.
import { ellipse } from "./draw-head.mjs";
import { disc, round } from "./shapes.mjs";

/** What stands behind the one who sits: headrest, back, handle. */
export function drawChairBack(c, x, y) {
  c.strokeStyle = "#59616f";
  c.lineWidth = 12;
  c.lineCap = "round";
  c.beginPath();
  c.moveTo(x - 128, y + 150);
  c.lineTo(x - 176, y + 130);
  c.stroke();
  round(c, x - 132, y + 110, 250, 330, 44, "#3f4a5c");
  round(c, x - 118, y - 46, 200, 148, 54, "#4e5b70");
}

/** What stands before: blanket, armrests, wheel. */
export function drawChairFront(c, x) {
  c.beginPath();
  c.moveTo(x - 118, 578);
  c.bezierCurveTo(x - 40, 556, x + 60, 556, x + 116, 578);
  c.bezierCurveTo(x + 190, 610, x + 200, 690, x + 188, 730);
  c.lineTo(x - 118, 730);
  c.closePath();
  c.fillStyle = "#5f969b";
  c.fill();
  round(c, x - 140, 572, 150, 22, 11, "#59616f");
  round(c, x + 62, 572, 92, 22, 11, "#59616f");
  wheel(c, x - 92, 738, 132);
}

function wheel(c, x, y, radius) {
  c.strokeStyle = "#8b94a3";
  c.lineWidth = 4;
  for (let spoke = 0; spoke < 8; spoke += 1) {
    const angle = (spoke * Math.PI) / 4 + 0.2;
    c.beginPath();
    c.moveTo(x, y);
    c.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    c.stroke();
  }
  for (const [colour, width, size] of [
    ["#3a4250", 18, radius],
    ["#aab2bf", 6, radius - 22],
  ]) {
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.beginPath();
    c.arc(x, y, size, 0, Math.PI * 2);
    c.stroke();
  }
}

/** The device at (x, y), turned towards the one who looks at it; `chosen` 0-1 lights the cell of `word`. */
export function drawDevice(c, x, y, { chosen, word }) {
  round(c, x + 30, y + 120, 16, 240, 8, "#6b7280");
  disc(c, x + 38, 712, 96, 16, "rgba(60,40,20,.3)");
  round(c, x - 36, 696, 150, 18, 9, "#6b7280");
  c.save();
  c.translate(x, y);
  c.transform(0.86, -0.13, 0, 1, 0, 0);
  round(c, -78, -70, 176, 214, 18, "#2c3442");
  round(c, -66, -58, 152, 178, 8, "#f7f3ea");
  const colours = ["#f2c14e", "#8ecae6", "#f4978e", "#b7d7a8", "#cdb4db", "#ffd6a5"];
  colours.forEach((colour, n) => {
    const left = -60 + (n % 2) * 74;
    const top = -52 + Math.floor(n / 2) * 58;
    round(c, left, top, 66, 50, 8, colour);
    disc(c, left + 33, top + 20, 12, 11, "rgba(255,255,255,.85)");
    c.fillStyle = "rgba(40,40,60,.55)";
    c.fillRect(left + 18, top + 37, 30, 5);
  });
  if (chosen > 0.02) {
    c.globalAlpha = chosen;
    round(c, -64, 2, 74, 58, 10, "#2f3e9e");
    round(c, -60, 6, 66, 50, 8, "#fff8d6");
    c.fillStyle = "#2c3442";
    c.font = "700 24px sans-serif";
    c.textAlign = "center";
    c.fillText(word, -27, 40);
    c.globalAlpha = 1;
  }
  disc(c, 10, 132, 34, 6, "#10141c");
  disc(c, -10, 132, 4, 3, "#d9534a");
  disc(c, 30, 132, 4, 3, "#d9534a");
  c.restore();
}

/** A low table with a switch at (x, y), and room beside it for a hand. */
export function drawSwitch(c, x, y) {
  round(c, x - 74, y + 8, 330, 26, 10, "#a97a55");
  round(c, x + 70, y + 30, 40, 120, 6, "#8f6546");
  round(c, x - 46, y - 12, 92, 24, 10, "#3a4250");
  disc(c, x, y - 14, 40, 16, "#c9463d");
  disc(c, x, y - 20, 40, 16, "#e2645a");
}

/** Fingers that unfold from a hand; `open` 0-1, `side` -1 points them to the left, 1 to the right. */
export function drawOpenHand(c, who, { x, y }, open, side) {
  if (open < 0.02) return;
  for (const [n, spread] of [1.2, 0.8, 0.4, 0].entries()) {
    const angle = side * spread - Math.PI / 2;
    const length = (n === 0 || n === 3 ? 22 : 27) * open;
    c.lineCap = "round";
    for (const [colour, width] of [
      [who.skinShade, 15],
      [who.skin, 12],
    ]) {
      c.strokeStyle = colour;
      c.lineWidth = width;
      c.beginPath();
      c.moveTo(x + Math.cos(angle) * 16, y + Math.sin(angle) * 16);
      c.lineTo(x + Math.cos(angle) * (20 + length), y + Math.sin(angle) * (20 + length));
      c.stroke();
    }
  }
  ellipse(c, x, y, who.hand * 0.86, who.hand * 0.78, who.skin);
}
