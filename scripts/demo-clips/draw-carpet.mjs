// Draws the carpet, legs that sit on it and the book.
import { disc, round } from "./shapes.mjs";

/** A round carpet on the floor. */
export function drawCarpet(c) {
  disc(c, 640, 662, 610, 122, "#b9614f");
  disc(c, 640, 662, 560, 106, "#d98b6c");
  disc(c, 640, 662, 470, 84, "#e9b98f");
}

/** Crossed legs under somebody who sits at (x, y); `reach` is how far the knees stand out. */
export function drawCrossedLegs(c, x, y, reach, colour) {
  c.lineCap = "round";
  c.lineJoin = "round";
  for (const side of [-1, 1]) {
    c.strokeStyle = colour;
    c.lineWidth = 62;
    c.beginPath();
    c.moveTo(x + side * 30, y);
    c.quadraticCurveTo(x + side * reach * 1.1, y - 18, x + side * reach, y + 24);
    c.quadraticCurveTo(x + side * reach * 0.4, y + 48, x - side * reach * 0.3, y + 44);
    c.stroke();
  }
  for (const side of [-1, 1]) disc(c, x + side * reach * 0.42, y + 62, 44, 20, "#f3e6d2");
}

/** An open picture book lying at (x, y). */
export function drawBook(c, x, y) {
  disc(c, x, y + 34, 158, 20, "rgba(80,40,20,.25)");
  for (const side of [-1, 1]) {
    c.save();
    c.translate(x, y);
    c.transform(side, side * -0.02, 0.12 * side * side, 1, 0, 0);
    round(c, 2, -38, 142, 72, 8, "#2f7f86");
    round(c, 0, -42, 138, 70, 8, "#fffaf0");
    round(c, 14, -32, 110, 50, 8, side < 0 ? "#bfe0ea" : "#f6dfa6");
    if (side < 0) {
      disc(c, 70, 6, 46, 16, "#9cc07e");
      disc(c, 66, -12, 15, 13, "#e08b2d");
    } else {
      disc(c, 66, -6, 26, 17, "#d98c6a");
      disc(c, 90, -16, 12, 11, "#d98c6a");
    }
    c.restore();
  }
}
