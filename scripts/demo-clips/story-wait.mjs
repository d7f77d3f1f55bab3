import { hum, joanneRests, joanneSees, looks, quiet, still, zaraSees } from "./tracks.mjs";

/** The third clip of cycle 2 of Zara and Joanne, with the nurse in shot. */
export const waitStory = {
  name: "clip-b-2-3",
  scene: "device",
  small: true,
  seconds: 7.2,
  // The nurse tucks the blanket in; Zara looks up at Joanne and calls (frame 50); Joanne meets her look
  // (frame 78), waits until the nurse is done, and answers (frame 136).
  zara: {
    ...looks([
      [0, ...zaraSees.lap],
      [1.3, ...zaraSees.joanne],
    ]),
    smile: [
      [0, 0.35],
      [1.6, 0.35],
      [3.2, 0.55],
      [5.2, 0.6],
      [6.0, 1],
    ],
    open: [
      [1.8, 0],
      [2.0, 0.5],
      [2.5, 0],
      [5.9, 0],
      [6.3, 0.6],
    ],
    brow: [
      [0, 0.1],
      [1.5, 0.4],
      [2.0, 0.9],
      [4.0, 0.6],
      [5.6, 1],
    ],
    blinks: [1.25, 4.2, 6.8],
    hum: hum([1.85, 2.5]),
  },
  joanne: {
    ...looks([
      [0, ...joanneSees.device],
      [2.4, ...joanneSees.zara],
    ]),
    smile: [
      [0, 0.3],
      [2.5, 0.35],
      [3.1, 0.75],
      [5.0, 0.7],
      [6.0, 1],
    ],
    open: [
      [5.2, 0],
      [5.35, 0.5],
      [5.85, 0.35],
      [6.0, 0],
    ],
    brow: [
      [0, 0.15],
      [2.3, 0.3],
      [2.9, 0.95],
      [4.2, 0.5],
      [5.4, 0.9],
    ],
    blinks: [2.35, 4.6],
    ...joanneRests,
    hum: hum([5.25, 5.95]),
  },
  nurse: {
    ...looks([
      [0, 0.6, 0.9, 0.4, 0.6],
      [4.4, 0.7, 0.3, 0.5, 0.2],
    ]),
    smile: [
      [0, 0.4],
      [4.4, 0.4],
      [5.0, 0.7],
    ],
    open: still,
    brow: [
      [0, 0.1],
      [4.6, 0.5],
    ],
    blinks: [1.0, 4.35, 6.4],
    hand: {
      x: [
        [0.4, 196],
        [1.2, 250],
        [2.6, 216],
        [3.6, 252],
        [4.2, 252],
        [5.0, 196],
      ],
      y: [
        [0.4, 548],
        [1.2, 612],
        [2.6, 606],
        [3.6, 614],
        [4.2, 614],
        [5.0, 452],
      ],
    },
    hum: still,
  },
  word: "",
  chosen: still,
  ...quiet,
  notes: [
    { from: 1.85, to: 2.5, hertz: [320, 400], brightness: 0.35, loud: 0.15 },
    { from: 5.25, to: 5.95, hertz: [200, 260], brightness: 0.35, loud: 0.15 },
  ],
};
