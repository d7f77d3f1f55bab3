import { callumSees, kitSees, looks, quiet, still, taps } from "./tracks.mjs";

const kitTaps = [1.5, 2.0];
const callumTaps = [3.9, 4.4];

/** The clip of cycle 2 of Kit and Callum: carpet time before phonics. */
export const tapsStory = {
  name: "clip-2-1",
  scene: "carpet",
  small: true,
  seconds: 7.8,
  // Kit taps the book twice (frame 51); Callum waits, taps two (frame 111); Kit looks up at him (frame 140).
  kit: {
    ...looks([
      [0, ...kitSees.book],
      [4.9, ...kitSees.callum],
    ]),
    smile: [
      [0, 0.15],
      [4.0, 0.2],
      [4.5, 0.45],
      [5.4, 0.5],
      [6.1, 1],
    ],
    open: [
      [5.9, 0],
      [6.4, 0.4],
    ],
    brow: [
      [0, 0.1],
      [2.4, 0.2],
      [4.4, 0.4],
      [5.2, 0.95],
    ],
    blinks: [0.9, 3.1, 5.0, 7.2],
    hand: {
      x: [
        [0.6, 476],
        [1.2, 566],
        [2.8, 566],
        [3.4, 500],
      ],
      y: [[0.6, 606], ...taps(634, ...kitTaps), [2.8, 604], [3.4, 614]],
    },
    hum: still,
  },
  callum: {
    ...looks([
      [0, ...callumSees.kit],
      [0.9, ...callumSees.book],
      [5.3, ...callumSees.kit],
    ]),
    smile: [
      [0, 0.35],
      [2.0, 0.4],
      [2.6, 0.6],
      [5.4, 0.6],
      [6.2, 1],
    ],
    open: still,
    brow: [
      [0, 0.2],
      [1.5, 0.2],
      [2.1, 0.75],
      [3.4, 0.4],
      [5.5, 0.9],
    ],
    blinks: [0.95, 3.3, 5.35],
    hand: {
      x: [
        [3.0, 822],
        [3.6, 716],
        [5.0, 716],
        [5.6, 800],
      ],
      y: [[3.0, 612], ...taps(634, ...callumTaps), [5.0, 604], [5.6, 612]],
    },
    hum: still,
  },
  ...quiet,
  taps: [...kitTaps, ...callumTaps],
};
