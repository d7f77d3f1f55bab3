// Draws the quiet room and its light.
import { disc, gradient, round } from "./shapes.mjs";

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
