// Draws the corridor with its window and pegs, and legs that stand in it.
import { disc, round } from "./shapes.mjs";

/** Wall, long window with the street behind it, coats on pegs, floor. */
export function drawCorridor(c, seconds) {
  c.fillStyle = "#e3ead9";
  c.fillRect(0, 0, 1280, 720);
  c.fillStyle = "#b6c9b4";
  c.fillRect(0, 470, 1280, 150);
  c.fillStyle = "#c3a27b";
  c.fillRect(0, 612, 1280, 108);
  viewOutside(c, seconds);
  pegs(c);
}

function viewOutside(c, seconds) {
  round(c, 46, 48, 300, 452, 14, "#fffaf0");
  c.save();
  c.beginPath();
  c.roundRect(62, 64, 268, 420, 8);
  c.clip();
  c.fillStyle = "#c4e2ea";
  c.fillRect(62, 64, 268, 420);
  disc(c, 190, 500, 230, 92, "#a7c284");
  // A bus goes by, once.
  const bus = 190 - seconds * 150;
  round(c, bus, 352, 128, 62, 12, "#d9534a");
  for (const n of [0, 1, 2]) round(c, bus + 12 + n * 38, 362, 28, 22, 4, "#e8f4f8");
  disc(c, bus + 32, 416, 13, 13, "#4a423c");
  disc(c, bus + 98, 416, 13, 13, "#4a423c");
  c.restore();
  c.fillStyle = "#fffaf0";
  c.fillRect(190, 64, 12, 420);
  round(c, 30, 494, 332, 22, 8, "#f3e3c8");
}

function pegs(c) {
  round(c, 1012, 176, 240, 18, 8, "#b98a62");
  const coats = [
    ["#d98c6a", 1046],
    ["#6f9aa0", 1124],
    ["#e6b65a", 1202],
  ];
  for (const [colour, x] of coats) {
    c.beginPath();
    c.moveTo(x - 12, 196);
    c.quadraticCurveTo(x - 46, 240, x - 38, 380);
    c.quadraticCurveTo(x, 396, x + 38, 380);
    c.quadraticCurveTo(x + 46, 240, x + 12, 196);
    c.fillStyle = colour;
    c.fill();
    disc(c, x, 188, 9, 9, "#8a6242");
  }
}

/** Two legs from the hip at (x, y) down out of the picture. */
export function drawStandingLegs(c, x, y, half, colour) {
  round(c, x - half - 10, y, (half + 10) * 2, 320, 34, colour);
  c.fillStyle = "rgba(20,24,40,.22)";
  c.fillRect(x - 3, y + 60, 6, 320);
}
