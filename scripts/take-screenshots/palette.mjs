const mostColours = 256;

/** At most 256 colours for these RGB bytes (median cut), and which of them each pixel takes. */
export function choosePalette(pixels) {
  const shades = countShades(pixels);
  const boxes = cut([...shades.values()]);
  const palette = Buffer.alloc(boxes.length * 3);
  const indexOf = new Map();
  for (const [n, box] of boxes.entries()) {
    palette.set(average(box), n * 3);
    for (const shade of box) indexOf.set(shade.key, n);
  }
  const indexes = new Uint8Array(pixels.length / 3);
  for (let n = 0; n < indexes.length; n += 1) indexes[n] = indexOf.get(keyAt(pixels, n * 3));
  return { palette, indexes };
}

/** Neighbouring colours count as one shade: six bits of each channel. */
function keyAt(pixels, at) {
  return ((pixels[at] >> 2) << 12) | ((pixels[at + 1] >> 2) << 6) | (pixels[at + 2] >> 2);
}

function countShades(pixels) {
  const shades = new Map();
  for (let at = 0; at < pixels.length; at += 3) {
    const key = keyAt(pixels, at);
    let shade = shades.get(key);
    if (shade === undefined) shades.set(key, (shade = { key, count: 0, sums: [0, 0, 0] }));
    shade.count += 1;
    for (let c = 0; c < 3; c += 1) shade.sums[c] += pixels[at + c];
  }
  for (const shade of shades.values()) shade.rgb = shade.sums.map((sum) => sum / shade.count);
  return shades;
}

function cut(all) {
  const boxes = [measured(all)];
  while (boxes.length < mostColours) {
    const widest = boxes.reduce((best, box) => (box.weight > best.weight ? box : best));
    if (widest.weight === 0) break;
    const { shades, channel, middle } = widest;
    const low = shades.filter(({ rgb }) => rgb[channel] <= middle);
    const high = shades.filter(({ rgb }) => rgb[channel] > middle);
    boxes.splice(boxes.indexOf(widest), 1, measured(low), measured(high));
  }
  return boxes.map((box) => box.shades);
}

/** A box with the channel it spreads in, where to cut it, and how much it would gain by that. */
function measured(shades) {
  let best = { shades, channel: 0, middle: 0, weight: 0 };
  const count = shades.reduce((sum, shade) => sum + shade.count, 0);
  for (const channel of [0, 1, 2]) {
    let mean = 0;
    for (const { rgb, count: n } of shades) mean += (rgb[channel] * n) / count;
    let spread = 0;
    for (const { rgb, count: n } of shades) spread += (rgb[channel] - mean) ** 2 * n ** 0.6;
    const highest = Math.max(...shades.map(({ rgb }) => rgb[channel]));
    const isCuttable = shades.some(({ rgb }) => rgb[channel] <= mean) && highest > mean;
    if (isCuttable && spread > best.weight)
      best = { shades, channel, middle: mean, weight: spread };
  }
  return best;
}

function average(shades) {
  const count = shades.reduce((sum, shade) => sum + shade.count, 0);
  return [0, 1, 2].map((c) =>
    Math.round(shades.reduce((sum, shade) => sum + shade.sums[c], 0) / count),
  );
}
