// Draws the quiet room, the table and what stands on it.

function gradient(c, x0, y0, x1, y1, stops) {
  const made = c.createLinearGradient(x0, y0, x1, y1);
  stops.forEach(([at, colour]) => made.addColorStop(at, colour));
  return made;
}

function round(c, x, y, width, height, radius, fill) {
  c.beginPath();
  c.roundRect(x, y, width, height, radius);
  c.fillStyle = fill;
  c.fill();
}

function disc(c, x, y, rx, ry, fill) {
  c.beginPath();
  c.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
  c.fillStyle = fill;
  c.fill();
}

/** Wall, window with morning light, shelf and plant: everything behind the two. */
export function drawRoom(c, seconds) {
  c.fillStyle = gradient(c, 0, 0, 1280, 720, [
    [0, "#f8e7cd"],
    [0.55, "#f2d9bb"],
    [1, "#e4c19d"],
  ]);
  c.fillRect(0, 0, 1280, 720);
  windowWithTree(c, seconds);
  shelf(c);
  plant(c, seconds);
  const beam = gradient(c, 250, 60, 900, 620, [
    [0, "rgba(255,246,214,.42)"],
    [1, "rgba(255,246,214,0)"],
  ]);
  c.save();
  c.filter = "blur(26px)";
  c.beginPath();
  c.moveTo(120, 90);
  c.lineTo(300, 90);
  c.lineTo(960, 720);
  c.lineTo(420, 720);
  c.fillStyle = beam;
  c.fill();
  c.restore();
}

function windowWithTree(c, seconds) {
  round(c, 78, 42, 258, 312, 14, "#fffaf0");
  c.save();
  c.beginPath();
  c.roundRect(92, 56, 230, 284, 8);
  c.clip();
  c.fillStyle = gradient(c, 0, 56, 0, 340, [
    [0, "#bfe0ea"],
    [1, "#eef4dc"],
  ]);
  c.fillRect(92, 56, 230, 284);
  disc(c, 160, 372, 170, 96, "#b9cf94");
  disc(c, 300, 380, 130, 84, "#a7c284");
  const sway = Math.sin(seconds * 0.9) * 3;
  round(c, 236, 226, 15, 110, 6, "#9b7553");
  disc(c, 243 + sway, 202, 54, 58, "#8fb573");
  disc(c, 212 + sway * 1.2, 226, 34, 34, "#9cc07e");
  disc(c, 274 + sway * 0.8, 224, 32, 34, "#84ab69");
  c.restore();
  c.fillStyle = "#fffaf0";
  c.fillRect(202, 56, 10, 284);
  c.fillRect(92, 190, 230, 10);
  round(c, 62, 346, 290, 20, 8, "#f3e3c8");
  c.fillStyle = gradient(c, 40, 0, 100, 0, [
    [0, "#e7b48f"],
    [1, "#f0c7a5"],
  ]);
  c.beginPath();
  c.moveTo(40, 24);
  c.lineTo(112, 24);
  c.quadraticCurveTo(104, 200, 66, 392);
  c.lineTo(34, 392);
  c.fill();
  c.beginPath();
  c.moveTo(300, 24);
  c.lineTo(374, 24);
  c.quadraticCurveTo(372, 200, 382, 392);
  c.lineTo(350, 392);
  c.quadraticCurveTo(318, 200, 300, 24);
  c.fill();
  round(c, 26, 16, 364, 14, 7, "#a97a55");
}

function shelf(c) {
  round(c, 1010, 196, 250, 16, 6, "#b98a62");
  const books = [
    ["#d98c6a", 88, 24],
    ["#6f9aa0", 104, 28],
    ["#e6b65a", 76, 20],
    ["#8c7aa8", 96, 26],
    ["#a9bf86", 82, 22],
  ];
  let x = 1030;
  for (const [colour, height, width] of books) {
    round(c, x, 196 - height, width, height, 4, colour);
    x += width + 5;
  }
  disc(c, 1212, 170, 26, 26, "#eac9a0");
  disc(c, 1193, 147, 10, 10, "#eac9a0");
  disc(c, 1231, 147, 10, 10, "#eac9a0");
  disc(c, 1204, 166, 3, 3, "#5b4030");
  disc(c, 1220, 166, 3, 3, "#5b4030");
  disc(c, 1212, 177, 8, 6, "#f6e2c4");
}

function plant(c, seconds) {
  c.save();
  c.translate(1178, 470);
  for (let n = -3; n <= 3; n += 1) {
    c.save();
    c.rotate(n * 0.27 + Math.sin(seconds * 0.8 + n) * 0.012);
    disc(c, 0, -92, 19, 84, n % 2 === 0 ? "#7fa678" : "#93b587");
    c.restore();
  }
  c.restore();
  c.beginPath();
  c.moveTo(1126, 466);
  c.lineTo(1230, 466);
  c.lineTo(1216, 580);
  c.lineTo(1140, 580);
  c.fillStyle = "#c97f5b";
  c.fill();
}

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

/** Rings in the air before a mouth that hums: sound one can see. */
export function drawHum(c, x, y, side, amount, seconds, colour) {
  if (amount < 0.02) return;
  c.save();
  c.lineCap = "round";
  c.lineWidth = 7;
  for (let n = 0; n < 3; n += 1) {
    const age = (seconds * 1.1 + n / 3) % 1;
    c.globalAlpha = amount * (1 - age) * 0.75;
    c.strokeStyle = colour;
    c.beginPath();
    const radius = 24 + age * 76;
    const middle = side > 0 ? 0 : Math.PI;
    c.arc(x, y, radius, middle - 0.5, middle + 0.5);
    c.stroke();
  }
  c.restore();
}

/** Soft light over everything, darker at the rim. */
export function drawLight(c) {
  const rim = c.createRadialGradient(600, 330, 330, 640, 360, 840);
  rim.addColorStop(0, "rgba(255,238,205,.10)");
  rim.addColorStop(1, "rgba(92,48,20,.30)");
  c.fillStyle = rim;
  c.fillRect(0, 0, 1280, 720);
}
