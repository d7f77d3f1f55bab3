import { callumSees, kitSees, looks, still } from "./tracks.mjs";

/** One clip of cycle 1 of the demo; the hums and the pouring are also what its sound is made from. */
export const lookStory = {
  name: "clip-1-1",
  scene: "table",
  seconds: 8.4,
  // Kit looks at the empty cup, then (frame 55) at Callum, back, and again for longer.
  kit: {
    ...looks([
      [0, ...kitSees.tray],
      [0.8, ...kitSees.cup],
      [2.0, ...kitSees.callum],
      [3.9, ...kitSees.cup],
      [4.9, ...kitSees.callum],
    ]),
    smile: [
      [0, 0.15],
      [2.4, 0.2],
      [3.2, 0.4],
      [5.4, 0.45],
      [6.4, 0.95],
    ],
    open: [
      [6.4, 0],
      [6.9, 0.35],
    ],
    brow: [
      [0, 0.1],
      [2.0, 0.1],
      [2.3, 0.75],
      [3.9, 0.3],
      [5, 0.8],
    ],
    blinks: [1.35, 4.35, 7.1],
    hand: {
      x: [
        [0, 500],
        [0.8, 530],
        [1.3, 470],
      ],
      y: [
        [0, 590],
        [0.9, 592],
        [1.4, 570],
      ],
    },
    hum: still,
  },
  callum: {
    ...looks([
      [0, ...callumSees.kit],
      [3.9, ...callumSees.cup],
      [4.7, ...callumSees.kit],
    ]),
    smile: [
      [0, 0.3],
      [2.5, 0.45],
      [3.4, 0.65],
      [5.2, 0.6],
      [6.2, 0.95],
    ],
    open: still,
    brow: [
      [0, 0.1],
      [2.4, 0.2],
      [2.9, 0.7],
      [5, 0.5],
      [5.5, 0.9],
    ],
    blinks: [0.5, 3.6, 6.0],
    hand: { x: [[0, 850]], y: [[0, 640]] },
    hum: still,
  },
  cup: { x: [[0, 596]], y: [[0, 604]], fill: still },
  jug: { x: [[0, 965]], y: [[0, 628]], tip: still },
  stir: [
    [0, 1],
    [1.2, 0.5],
    [2.2, 0.1],
  ],
  kitHums: [],
  callumHums: [],
  words: [],
  splash: [[0, 1.3]],
  pour: null,
};
