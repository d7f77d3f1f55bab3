import { hum, joanneRests, joanneSees, looks, quiet, still, zaraSees } from "./tracks.mjs";

/** The second clip of cycle 1 of Zara and Joanne: a call and its answer. */
export const tuneStory = {
  name: "clip-b-1-2",
  scene: "device",
  small: true,
  seconds: 6.6,
  // Zara calls, long and rising (frame 40); Joanne calls back, lower (frame 76); Zara goes lower too (frame 122).
  zara: {
    ...looks([
      [0, ...zaraSees.device],
      [0.3, ...zaraSees.joanne],
    ]),
    smile: [
      [0, 0.3],
      [1.9, 0.35],
      [2.8, 0.4],
      [3.9, 0.9],
      [4.5, 0.6],
      [5.8, 0.8],
      [6.2, 1],
    ],
    open: [
      [0.6, 0],
      [0.8, 0.5],
      [1.7, 0.75],
      [1.95, 0],
      [4.3, 0],
      [4.5, 0.6],
      [5.2, 0.5],
      [5.5, 0],
      [5.8, 0],
      [6.1, 0.7],
    ],
    brow: [
      [0, 0.2],
      [0.8, 0.5],
      [1.8, 0.95],
      [2.4, 0.6],
      [4.4, 0.5],
      [5.8, 1],
    ],
    blinks: [0.35, 2.3, 4.1],
    hum: hum([0.65, 1.9], [4.35, 5.45]),
  },
  joanne: {
    ...looks([
      [0, ...joanneSees.device],
      [0.9, ...joanneSees.zara],
    ]),
    smile: [
      [0, 0.3],
      [1.4, 0.5],
      [2.2, 0.6],
      [2.8, 0.45],
      [4.0, 0.8],
      [5.8, 0.9],
      [6.2, 1],
    ],
    open: [
      [2.5, 0],
      [2.7, 0.55],
      [3.5, 0.5],
      [3.75, 0],
      [5.9, 0],
      [6.2, 0.5],
    ],
    brow: [
      [0, 0.2],
      [1.2, 0.8],
      [2.6, 0.5],
      [4.6, 0.9],
    ],
    blinks: [0.95, 4.0, 5.6],
    ...joanneRests,
    hum: hum([2.55, 3.75]),
  },
  word: "",
  chosen: still,
  ...quiet,
  notes: [
    { from: 0.65, to: 1.9, hertz: [300, 440], brightness: 0.35, loud: 0.15 },
    { from: 2.55, to: 3.75, hertz: [190, 260], brightness: 0.35, loud: 0.15 },
    { from: 4.35, to: 5.45, hertz: [210, 270], brightness: 0.35, loud: 0.15 },
  ],
};
