import { callumSees, kitSees, looks, quiet, still } from "./tracks.mjs";

/** The clip of cycle 3 of Kit and Callum: waiting in the corridor. */
export const moreStory = {
  name: "clip-3-1",
  scene: "corridor",
  small: true,
  seconds: 7.6,
  // The bus is gone: Kit turns and signs MORE (frame 62); Callum comes down to his height (frame 103) and
  // says it; Kit signs again (frame 148).
  kit: {
    ...looks([
      [0, ...kitSees.street],
      [1.3, ...kitSees.callumAbove],
      [3.2, ...kitSees.callumBeside],
    ]),
    smile: [
      [0, 0.35],
      [2.0, 0.3],
      [3.4, 0.5],
      [4.4, 0.9],
      [5.4, 0.7],
      [6.6, 1],
    ],
    open: [
      [6.2, 0],
      [6.7, 0.4],
    ],
    brow: [
      [0, 0.3],
      [1.7, 0.3],
      [2.3, 0.85],
      [4.6, 0.5],
      [5.8, 0.9],
    ],
    blinks: [1.4, 3.3, 5.1, 7.2],
    signing: [
      [1.6, 0],
      [2.15, 1],
      [3.4, 1],
      [4.0, 0.25],
      [5.0, 0.25],
      [5.5, 1],
      [6.5, 1],
      [7.1, 0.4],
    ],
    pat: [
      [2.15, 0],
      [2.4, 1],
      [2.65, 0],
      [2.9, 1],
      [3.15, 0],
      [5.5, 0],
      [5.72, 1],
      [5.94, 0],
      [6.16, 1],
      [6.4, 0],
    ],
    hum: still,
  },
  callum: {
    ...looks([
      [0, ...callumSees.kit],
      [3.1, ...callumSees.kitBeside],
    ]),
    smile: [
      [0, 0.3],
      [2.4, 0.35],
      [3.0, 0.6],
      [4.2, 0.75],
      [6.2, 0.8],
      [6.8, 1],
    ],
    open: [
      [4.4, 0],
      [4.52, 0.42],
      [4.8, 0.15],
      [4.95, 0],
    ],
    brow: [
      [0, 0.2],
      [2.2, 0.2],
      [2.7, 0.9],
      [4.2, 0.5],
      [6.2, 0.9],
    ],
    blinks: [0.7, 3.15, 5.3],
    down: [
      [2.9, 0],
      [4.1, 1],
    ],
    hum: still,
  },
  ...quiet,
  words: [[4.4, 4.95]],
};
