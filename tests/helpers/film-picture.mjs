// What is drawn on the films of the studio's tests; read by the script that renders them and by the tests.

/** The upright picture. */
export const pictureSize = { width: 320, height: 180 };
/** Six seconds at 25 pictures a second. */
export const filmFrames = 150;
export const filmSeconds = 6;
/** Where somebody stands who must not be seen: a fine pattern that a cover has to blot out. */
export const bystander = { x: 208, y: 64, width: 80, height: 96 };

const block = 20;

// Sixteen blocks across the top: white, black, twelve bits of the number (highest first), then the number
// of white bits modulo four in two bits as a check (tests/helpers/clips.ts reads them).
function blocksOf(number) {
  const bits = Array.from({ length: 12 }, (_, n) => (number >> (11 - n)) & 1);
  const check = bits.reduce((sum, bit) => sum + bit, 0) % 4;
  return [1, 0, ...bits, check >> 1, check & 1];
}

/** One picture, a byte a pixel: its number across the top, a ball that moves, the bystander's pattern. */
export function filmPicture(number) {
  const { width, height } = pictureSize;
  const picture = new Uint8Array(width * height).fill(96);
  const blocks = blocksOf(number);
  const ballX = 20 + ((number * 7) % 160);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (y < block * 2) picture[at] = blocks[Math.floor(x / block)] === 1 ? 235 : 16;
      else if ((x - ballX) ** 2 + (y - 110) ** 2 < 400) picture[at] = 190;
      else if (isBystander(x, y)) picture[at] = ((x >> 2) + (y >> 2)) % 2 === 0 ? 230 : 20;
    }
  }
  return picture;
}

function isBystander(x, y) {
  const { x: left, y: top, width, height } = bystander;
  return x >= left && x < left + width && y >= top && y < top + height;
}
