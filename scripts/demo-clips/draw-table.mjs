// Draws the table and what stands on it.
import { disc, gradient, round } from "./shapes.mjs";

/** The table, before the hands. */
export function drawTable(c) {
  c.fillStyle = gradient(c, 0, 536, 0, 690, [
    [0, "#d9a875"],
    [1, "#c58f5c"],
  ]);
  c.fillRect(0, 536, 1280, 150);
  c.fillStyle = gradient(c, 0, 536, 1280, 536, [
    [0, "rgba(255,240,205,.5)"],
    [0.6, "rgba(255,240,205,0)"],
  ]);
  c.fillRect(0, 536, 1280, 150);
  c.strokeStyle = "rgba(140,92,52,.22)";
  c.lineWidth = 3;
  for (const [y, bow] of [
    [566, 6],
    [604, -7],
    [644, 5],
  ]) {
    c.beginPath();
    c.moveTo(0, y);
    c.bezierCurveTo(400, y + bow, 800, y - bow, 1280, y + bow);
    c.stroke();
  }
  c.fillStyle = "#a97245";
  c.fillRect(0, 684, 1280, 36);
}

/** The water tray; `stir` (0-1) makes rings where a hand moves, at `stirX`. */
export function drawTray(c, seconds, stir, stirX) {
  disc(c, 628, 648, 262, 26, "rgba(92,54,26,.2)");
  round(c, 384, 566, 488, 84, 40, "#2f7f95");
  round(c, 384, 560, 488, 76, 38, "#4ba3b8");
  c.save();
  c.beginPath();
  c.roundRect(398, 568, 460, 56, 28);
  c.fillStyle = gradient(c, 398, 568, 858, 624, [
    [0, "#c8ecf0"],
    [0.5, "#9ed7e0"],
    [1, "#86c8d4"],
  ]);
  c.fill();
  c.clip();
  c.lineWidth = 3;
  for (let n = 0; n < 3; n += 1) {
    const age = (seconds * 0.7 + n / 3) % 1;
    c.strokeStyle = `rgba(255,255,255,${(0.75 * (1 - age) * stir).toFixed(3)})`;
    c.beginPath();
    c.ellipse(stirX, 598, 20 + age * 110, 6 + age * 22, 0, 0, Math.PI * 2);
    c.stroke();
  }
  c.strokeStyle = "rgba(255,255,255,.5)";
  for (const [x, y, width] of [
    [452, 584, 60],
    [560, 612, 84],
    [720, 588, 70],
    [790, 608, 40],
  ]) {
    const drift = Math.sin(seconds * 0.8 + x) * 8;
    c.beginPath();
    c.moveTo(x + drift, y);
    c.quadraticCurveTo(x + width / 2 + drift, y + 4, x + width + drift, y);
    c.stroke();
  }
  c.restore();
}

/** A see-through cup, standing at (x, y) on its foot; `fill` 0-1 is the water in it. */
export function drawCup(c, x, y, fill) {
  disc(c, x + 6, y + 2, 44, 10, "rgba(70,44,20,.22)");
  const top = y - 92;
  c.beginPath();
  c.moveTo(x - 42, top);
  c.lineTo(x + 42, top);
  c.lineTo(x + 33, y);
  c.quadraticCurveTo(x, y + 9, x - 33, y);
  c.closePath();
  c.fillStyle = "rgba(255,252,244,.55)";
  c.fill();
  if (fill > 0.01) {
    const level = y - 78 * fill;
    const half = 33 + (9 * (y - level)) / 92;
    c.beginPath();
    c.moveTo(x - half + 2, level);
    c.lineTo(x + half - 2, level);
    c.lineTo(x + 31, y - 2);
    c.quadraticCurveTo(x, y + 6, x - 31, y - 2);
    c.closePath();
    c.fillStyle = "rgba(93,178,198,.75)";
    c.fill();
    disc(c, x, level, half - 2, 6, "rgba(176,225,233,.95)");
  }
  c.strokeStyle = "#e0643e";
  c.lineWidth = 6;
  c.lineJoin = "round";
  c.beginPath();
  c.moveTo(x - 42, top);
  c.lineTo(x - 33, y);
  c.quadraticCurveTo(x, y + 9, x + 33, y);
  c.lineTo(x + 42, top);
  c.stroke();
  c.beginPath();
  c.ellipse(x, top, 42, 8, 0, 0, Math.PI * 2);
  c.stroke();
  c.fillStyle = "rgba(255,255,255,.6)";
  c.fillRect(x - 26, top + 18, 6, 46);
}

/** A small jug standing or tipped (`tip` in radians) about its handle. */
export function drawJug(c, x, y, tip) {
  c.save();
  c.translate(x, y);
  c.rotate(tip);
  c.strokeStyle = "#4e7f6a";
  c.lineWidth = 12;
  c.beginPath();
  c.ellipse(48, -52, 27, 33, 0, -1.4, 1.5);
  c.stroke();
  c.beginPath();
  c.moveTo(-62, -112);
  c.lineTo(42, -104);
  c.bezierCurveTo(58, -60, 58, -30, 40, 0);
  c.quadraticCurveTo(0, 10, -36, 0);
  c.bezierCurveTo(-54, -34, -46, -70, -44, -88);
  c.closePath();
  c.fillStyle = gradient(c, -60, 0, 60, 0, [
    [0, "#8cbfa3"],
    [1, "#5f967d"],
  ]);
  c.fill();
  disc(c, -4, -106, 44, 8, "#4e7f6a");
  c.restore();
}
