// What everything is drawn from.

/** A straight gradient between two points. */
export function gradient(c, x0, y0, x1, y1, stops) {
  const made = c.createLinearGradient(x0, y0, x1, y1);
  stops.forEach(([at, colour]) => made.addColorStop(at, colour));
  return made;
}

/** A filled box with round corners. */
export function round(c, x, y, width, height, radius, fill) {
  c.beginPath();
  c.roundRect(x, y, width, height, radius);
  c.fillStyle = fill;
  c.fill();
}

/** A filled ellipse. */
export function disc(c, x, y, rx, ry, fill) {
  c.beginPath();
  c.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
  c.fillStyle = fill;
  c.fill();
}
