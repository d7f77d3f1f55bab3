import { joanneRests, joanneSees, looks, quiet, still, zaraSees } from "./tracks.mjs";

/** The first clip of cycle 1 of Zara and Joanne: device time. */
export const firstLookStory = {
  name: "clip-b-1-1",
  scene: "device",
  small: true,
  seconds: 7.6,
  // Zara stills, looks at the device, then at Joanne (from frame 55; the device speaks from frame 59, so at
  // frame 58 it is still silent); Joanne turns to her, not to the device (frame 90), and Zara laughs (frame 130).
  zara: {
    ...looks([
      [0, ...zaraSees.room],
      [0.8, ...zaraSees.device],
      [2.2, ...zaraSees.joanne],
    ]),
    smile: [
      [0, 0.3],
      [2.2, 0.3],
      [2.8, 0.45],
      [3.8, 0.55],
      [4.6, 1],
    ],
    open: [
      [4.2, 0],
      [4.7, 0.8],
      [5.0, 0.5],
      [5.3, 0.9],
      [5.6, 0.5],
      [5.9, 0.8],
      [6.8, 0.3],
    ],
    brow: [
      [0, 0.1],
      [1.8, 0.3],
      [2.5, 0.85],
      [4.0, 0.6],
      [4.8, 1],
    ],
    blinks: [0.7, 4.1, 7.0],
    hum: still,
  },
  joanne: {
    ...looks([
      [0, ...joanneSees.device],
      [3.0, ...joanneSees.zara],
    ]),
    smile: [
      [0, 0.3],
      [3.0, 0.35],
      [3.7, 0.8],
      [4.8, 0.9],
      [5.6, 1],
    ],
    open: [
      [5.0, 0],
      [5.4, 0.4],
      [6.4, 0.2],
    ],
    brow: [
      [0, 0.15],
      [2.5, 0.2],
      [3.4, 0.95],
      [5.0, 0.7],
    ],
    blinks: [1.4, 3.05, 6.3],
    ...joanneRests,
    hum: still,
  },
  word: "hi",
  chosen: [
    [2.32, 0],
    [2.42, 1],
    [3.4, 1],
    [4.0, 0],
  ],
  ...quiet,
  notes: [
    { from: 2.36, to: 2.62, hertz: [520, 560], brightness: 0.5, loud: 0.16 },
    { from: 2.64, to: 2.9, hertz: [440, 430], brightness: 0.5, loud: 0.16 },
    { from: 4.5, to: 4.78, hertz: [430, 380], brightness: 0.3, loud: 0.14 },
    { from: 4.9, to: 5.18, hertz: [440, 380], brightness: 0.3, loud: 0.15 },
    { from: 5.3, to: 5.7, hertz: [450, 350], brightness: 0.3, loud: 0.15 },
  ],
};
