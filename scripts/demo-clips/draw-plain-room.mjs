// Draws a plain room of flat colours, which a small clip keeps crisp.
import { disc, round } from "./shapes.mjs";

/** A wall of one colour with a window, and the floor. */
export function drawPlainRoom(c, wall, floor) {
  c.fillStyle = wall;
  c.fillRect(0, 0, 1280, 720);
  c.fillStyle = floor;
  c.fillRect(0, 540, 1280, 180);
  round(c, 78, 42, 258, 312, 14, "#fffaf0");
  c.save();
  c.beginPath();
  c.roundRect(94, 58, 226, 280, 8);
  c.clip();
  c.fillStyle = "#cfe7ea";
  c.fillRect(94, 58, 226, 280);
  disc(c, 160, 372, 190, 96, "#b3cb8e");
  round(c, 244, 216, 15, 130, 6, "#9b7553");
  disc(c, 252, 196, 54, 60, "#8fb573");
  c.restore();
  c.fillStyle = "#fffaf0";
  c.fillRect(202, 58, 10, 280);
  round(c, 1010, 196, 250, 16, 6, "#b98a62");
  round(c, 1040, 108, 28, 88, 4, "#d98c6a");
  round(c, 1073, 92, 32, 104, 4, "#6f9aa0");
  round(c, 1110, 120, 24, 76, 4, "#e6b65a");
  disc(c, 1200, 166, 36, 30, "#8c7aa8");
}
