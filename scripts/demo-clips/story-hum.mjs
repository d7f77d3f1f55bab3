import { callumSees, hum, kitSees, looks, still } from "./tracks.mjs";

/** One clip of cycle 1 of the demo; the hums and the pouring are also what its sound is made from. */
export const humStory = {
  name: "clip-1-2",
  scene: "table",
  seconds: 8.4,
  // Kit hums, stops and waits; Callum hums it back (frame 70); Kit goes again, and Callum.
  kit: {
    ...looks([
      [0, ...kitSees.tray],
      [1.5, ...kitSees.callum],
      [4.2, 0.8, 0.2, 0.6, 0.05],
      [5.3, ...kitSees.callum],
    ]),
    smile: [
      [0, 0.2],
      [2.9, 0.2],
      [3.7, 0.9],
      [4.5, 0.6],
      [6.5, 0.7],
      [7.4, 1],
    ],
    open: [
      [7.3, 0],
      [7.7, 0.4],
    ],
    brow: [
      [0, 0.1],
      [1.8, 0.7],
      [3, 0.9],
      [4.4, 0.3],
      [5.6, 0.8],
    ],
    blinks: [1.0, 4.25, 7.0],
    hand: {
      x: [
        [0, 480],
        [0.5, 470],
      ],
      y: [[0, 600]],
    },
    hum: hum([0.6, 1.5], [4.5, 5.4]),
  },
  callum: {
    ...looks([
      [0, ...callumSees.cup],
      [0.8, ...callumSees.kit],
    ]),
    smile: [
      [0, 0.3],
      [1.2, 0.5],
      [2.6, 0.45],
      [3.8, 0.6],
      [5.0, 0.8],
      [6.2, 0.5],
      [7.4, 1],
    ],
    open: still,
    brow: [
      [0, 0.1],
      [1.0, 0.6],
      [2.4, 0.3],
      [2.8, 0.7],
      [4.6, 0.9],
    ],
    blinks: [0.85, 4.0, 5.8],
    hand: { x: [[0, 850]], y: [[0, 640]] },
    hum: hum([2.75, 3.65], [6.3, 7.2]),
  },
  cup: { x: [[0, 612]], y: [[0, 604]], fill: still },
  jug: { x: [[0, 965]], y: [[0, 628]], tip: still },
  stir: [
    [0, 0.5],
    [0.6, 0.15],
  ],
  kitHums: [
    [0.6, 1.5],
    [4.5, 5.4],
  ],
  callumHums: [
    [2.75, 3.65],
    [6.3, 7.2],
  ],
  words: [],
  splash: [],
  pour: null,
};
