// Draws a head: eyes that turn, brows, mouth, hair.

/** A filled ellipse. */
export function ellipse(c, x, y, rx, ry, fill) {
  c.beginPath();
  c.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
  c.fillStyle = fill;
  c.fill();
}

/** Head and face, turned and tilted as the pose says. */
export function drawHead(c, who, pose) {
  const r = who.headRadius;
  c.save();
  c.translate(pose.x, pose.y);
  c.rotate(pose.tilt);
  c.translate(pose.turn * 8, pose.nod * 10);
  hairBehind(c, who, r, pose);
  ellipse(c, -r * 0.97 + pose.turn * -6, 10, 17, 21, who.skinShade);
  ellipse(c, r * 0.97 + pose.turn * -6, 10, 17, 21, who.skinShade);
  const light = c.createRadialGradient(-r * 0.35, -r * 0.4, r * 0.2, 0, 0, r * 1.25);
  light.addColorStop(0, who.skin);
  light.addColorStop(0.75, who.skin);
  light.addColorStop(1, who.skinShade);
  ellipse(c, 0, 0, r * 0.96, r, light);
  c.save();
  c.translate(pose.turn * r * 0.32, pose.nod * r * 0.22);
  if (who.beard) beard(c, who, r, pose);
  cheeks(c, who, r, pose);
  face(c, who, r, pose);
  c.restore();
  hairFront(c, who, r, pose);
  c.restore();
}

function hairBehind(c, who, r, pose) {
  if (who.long) longHair(c, who, r, pose);
  if (who.bunches !== undefined) bunches(c, who, r, pose);
  if (!who.curls) return ellipse(c, pose.turn * -8, -r * 0.2, r * 1.02, r * 0.98, who.hair);
  for (let n = 0; n <= 12; n += 1) {
    const angle = Math.PI * (0.94 + (n / 12) * 1.12);
    ellipse(
      c,
      Math.cos(angle) * r * 0.93 - pose.turn * 6,
      Math.sin(angle) * r * 0.93 - 4,
      30,
      30,
      who.hair,
    );
  }
}

/** Hair that falls beside the face, so that the neck stays in sight between. */
function longHair(c, who, r, pose) {
  const x = pose.turn * -8;
  for (const side of [-1, 1]) {
    c.beginPath();
    c.moveTo(x + side * r * 0.5, -r * 0.9);
    c.bezierCurveTo(
      x + side * r * 1.25,
      -r * 0.7,
      x + side * r * 1.2,
      r * 0.5,
      x + side * r * 1.14,
      r,
    );
    c.quadraticCurveTo(x + side * r * 0.95, r * 1.34, x + side * r * 0.62, r * 1.14);
    c.quadraticCurveTo(x + side * r * 0.8, r * 0.6, x + side * r * 0.6, 0);
    c.closePath();
    c.fillStyle = who.hair;
    c.fill();
  }
}

function bunches(c, who, r, pose) {
  for (const side of [-1, 1]) {
    const x = side * r * 1.02 - pose.turn * 8;
    ellipse(c, x + side * 20, -r * 0.72, 36, 40, who.hair);
    ellipse(c, x - side * 2, -r * 0.62, 13, 15, who.bunches);
  }
}

function hairFront(c, who, r, pose) {
  c.fillStyle = who.hair;
  if (who.curls) {
    for (let n = 0; n <= 8; n += 1) {
      const angle = Math.PI * (1.16 + (n / 8) * 0.68);
      const near = 0.88 + 0.04 * Math.sin(n * 2.3);
      ellipse(
        c,
        Math.cos(angle) * r * near + pose.turn * 4,
        Math.sin(angle) * r * near - 4,
        24,
        21,
        who.hair,
      );
    }
    return;
  }
  c.beginPath();
  c.moveTo(-r * 0.99, 0);
  c.bezierCurveTo(-r * 1.1, -r * 1.3, r * 1.1, -r * 1.35, r * 0.99, 0);
  c.bezierCurveTo(
    r * 0.92,
    -r * 0.3,
    r * 0.7 + pose.turn * 12,
    -r * 0.55,
    r * 0.3 + pose.turn * 16,
    -r * 0.52,
  );
  c.bezierCurveTo(-r * 0.1 + pose.turn * 16, -r * 0.5, -r * 0.84, -r * 0.6, -r * 0.99, 0);
  c.fill();
}

function beard(c, who, r, pose) {
  c.save();
  c.globalAlpha = 0.55;
  c.fillStyle = who.hair;
  c.beginPath();
  c.moveTo(-r * 0.8, r * 0.12);
  c.bezierCurveTo(-r * 0.78, r * 0.86, -r * 0.3, r * 0.98, -pose.turn * r * 0.2, r * 0.98);
  c.bezierCurveTo(r * 0.3, r * 0.98, r * 0.78, r * 0.86, r * 0.8, r * 0.12);
  c.bezierCurveTo(r * 0.62, r * 0.42, r * 0.34, r * 0.3, 0, r * 0.34);
  c.bezierCurveTo(-r * 0.34, r * 0.3, -r * 0.62, r * 0.42, -r * 0.8, r * 0.12);
  c.fill();
  c.restore();
}

function cheeks(c, who, r, pose) {
  c.save();
  c.globalAlpha = 0.16 + pose.smile * 0.2;
  ellipse(c, -r * 0.5, r * 0.3, 19, 13, "#e2563f");
  ellipse(c, r * 0.5, r * 0.3, 19, 13, "#e2563f");
  c.restore();
}

function face(c, who, r, pose) {
  const { rx, ry, apart, iris } = who.eye;
  for (const side of [-1, 1]) {
    const far = 1 - 0.16 * Math.max(0, side * pose.turn);
    const x = side * apart * far;
    const open = ry * (1 - pose.blink) * (1 - pose.smile * 0.12) + 1;
    c.save();
    c.beginPath();
    c.ellipse(x, -4, rx * far, open, 0, 0, Math.PI * 2);
    c.fillStyle = "#fffaf2";
    c.fill();
    c.clip();
    const gx = x + pose.gazeX * (rx - 6);
    const gy = -4 + pose.gazeY * (ry - 8);
    ellipse(c, gx, gy, iris, iris, who.iris);
    ellipse(c, gx, gy, iris * 0.55, iris * 0.55, "#16100c");
    ellipse(c, gx - 4, gy - 5, 3.6, 3.6, "rgba(255,255,255,.95)");
    c.restore();
    c.lineCap = "round";
    c.strokeStyle = who.hair;
    c.lineWidth = 4;
    c.beginPath();
    c.ellipse(x, -4, rx * far + 1, open + 1, 0, Math.PI * 1.08, Math.PI * 1.92);
    c.stroke();
    c.lineWidth = 6;
    c.beginPath();
    c.moveTo(x - 17, -38 - pose.brow * 11 + (side < 0 ? 4 : -1));
    c.quadraticCurveTo(x, -46 - pose.brow * 13, x + 17, -38 - pose.brow * 11 + (side > 0 ? 4 : -1));
    c.stroke();
  }
  c.strokeStyle = who.skinShade;
  c.lineWidth = 5;
  c.beginPath();
  c.moveTo(pose.turn * 5 - 4, r * 0.2);
  c.quadraticCurveTo(pose.turn * 10 + 3, r * 0.29, pose.turn * 5 + 8, r * 0.2);
  c.stroke();
  mouth(c, r, pose);
}

function mouth(c, r, pose) {
  const width = 20 + pose.smile * 13 - pose.hum * 8;
  const y = r * 0.5;
  const drop = pose.smile * 14;
  if (pose.open > 0.08) {
    c.beginPath();
    c.moveTo(-width, y);
    c.quadraticCurveTo(0, y + drop * 0.3, width, y);
    c.quadraticCurveTo(0, y + drop + pose.open * 34, -width, y);
    c.fillStyle = "#7a2f2a";
    c.fill();
    return;
  }
  c.strokeStyle = "#7d3a30";
  c.lineWidth = 5 + pose.hum * 2;
  c.lineCap = "round";
  c.beginPath();
  c.moveTo(-width, y - drop * 0.2);
  c.quadraticCurveTo(0, y + 3 + drop, width, y - drop * 0.2);
  c.stroke();
}
