import { joanneRests, joanneSees, looks, quiet, still, zaraSees } from "./tracks.mjs";

/** The second clip of cycle 2 of Zara and Joanne: a hand beside the switch. */
export const handStory = {
  name: "clip-b-2-2",
  scene: "device",
  small: true,
  seconds: 8.2,
  // Zara looks from the switch to Joanne's hand and holds her gaze there (frame 50); Joanne opens it and waits
  // (frame 105); the hand closes softly, and Zara looks up at her (frame 172).
  zara: {
    ...looks([
      [0, ...zaraSees.switch],
      [1.4, ...zaraSees.hand],
      [6.3, ...zaraSees.joanne],
    ]),
    smile: [
      [0, 0.25],
      [3.2, 0.3],
      [4.2, 0.6],
      [5.6, 0.65],
      [6.4, 1],
    ],
    open: [
      [6.5, 0],
      [6.9, 0.7],
      [7.6, 0.4],
    ],
    brow: [
      [0, 0.1],
      [1.4, 0.2],
      [2.0, 0.7],
      [4.8, 0.6],
      [5.4, 1],
    ],
    blinks: [1.35, 4.7, 6.25],
    hum: still,
  },
  joanne: {
    ...looks([
      [0, ...joanneSees.zara],
      [2.7, ...joanneSees.hand],
      [4.2, ...joanneSees.zara],
    ]),
    smile: [
      [0, 0.35],
      [2.2, 0.4],
      [3.0, 0.65],
      [5.6, 0.7],
      [6.6, 1],
    ],
    open: [
      [6.9, 0],
      [7.2, 0.4],
    ],
    brow: [
      [0, 0.2],
      [1.9, 0.3],
      [2.4, 0.9],
      [3.4, 0.4],
      [4.6, 0.8],
    ],
    blinks: [0.8, 2.75, 4.5, 7.4],
    ...joanneRests,
    hand: { x: [[0, 752]], y: [[0, 584]] },
    handOpen: [
      [3.1, 0],
      [4.0, 1],
      [5.7, 1],
      [6.3, 0.25],
    ],
    hum: still,
  },
  chosen: null,
  ...quiet,
  notes: [
    { from: 6.6, to: 7.0, hertz: [330, 420], brightness: 0.3, loud: 0.14 },
    { from: 7.1, to: 7.5, hertz: [420, 360], brightness: 0.3, loud: 0.13 },
  ],
};
