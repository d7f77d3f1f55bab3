// What happens in each clip: every value over time as a list of [second, value], eased between.

/** The value of a track at a second. */
export function at(track, seconds) {
  const next = track.findIndex(([second]) => second > seconds);
  if (next === 0) return track[0][1];
  if (next === -1) return track.at(-1)[1];
  const [from, before] = track[next - 1];
  const [to, after] = track[next];
  const part = (seconds - from) / (to - from);
  return before + (after - before) * part * part * (3 - 2 * part);
}

const still = [[0, 0]];
const atTray = { gazeX: 0.55, gazeY: 0.85, turn: 0.35, nod: 0.55 };

/** A look goes eyes first, then the head follows: [second, gazeX, gazeY, turn, nod]. */
function looks(list) {
  const tracks = { gazeX: [], gazeY: [], turn: [], nod: [] };
  list.forEach(([second, gazeX, gazeY, turn, nod], n) => {
    const eyes = n === 0 ? 0 : 0.16;
    const head = n === 0 ? 0 : 0.5;
    const last = list[n - 1];
    if (last !== undefined) {
      tracks.gazeX.push([second, last[1]]);
      tracks.gazeY.push([second, last[2]]);
      tracks.turn.push([second + 0.08, last[3]]);
      tracks.nod.push([second + 0.08, last[4]]);
    }
    tracks.gazeX.push([second + eyes, gazeX]);
    tracks.gazeY.push([second + eyes, gazeY]);
    tracks.turn.push([second + 0.08 + head, turn]);
    tracks.nod.push([second + 0.08 + head, nod]);
  });
  return tracks;
}

const kitSees = {
  tray: [atTray.gazeX, atTray.gazeY, atTray.turn, atTray.nod],
  cup: [0.75, 0.8, 0.5, 0.5],
  callum: [0.82, -0.5, 0.8, -0.36],
};
const callumSees = { kit: [-0.85, 0.62, -0.62, 0.4], cup: [-0.6, 0.95, -0.5, 0.8] };

function hum(...turns) {
  return turns.flatMap(([from, to]) => [
    [from, 0],
    [from + 0.12, 1],
    [to - 0.14, 1],
    [to, 0],
  ]);
}

/** The three clips of cycle 1 of the demo. `hums` and `pour` are also what the sound is made from. */
export const stories = [
  {
    name: "clip-1-1",
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
  },
  {
    name: "clip-1-2",
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
  },
  {
    name: "clip-1-3",
    seconds: 8.6,
    // Kit pushes the cup nearer and looks up (frame 63); Callum says so, and pours slowly.
    kit: {
      ...looks([
        [0, ...kitSees.cup],
        [2.3, ...kitSees.callum],
        [4.9, 0.85, 0.5, 0.6, 0.3],
        [7.6, ...kitSees.callum],
      ]),
      smile: [
        [0, 0.15],
        [2.4, 0.3],
        [3.4, 0.6],
        [5.4, 0.7],
        [6.4, 1],
      ],
      open: [
        [5.6, 0],
        [6.2, 0.45],
        [7.4, 0.25],
      ],
      brow: [
        [0, 0.05],
        [2.3, 0.2],
        [2.6, 0.85],
        [4.9, 0.5],
        [5.8, 1],
      ],
      blinks: [1.9, 4.8, 7.5],
      hand: {
        x: [
          [0, 455],
          [0.5, 455],
          [1.1, 520],
          [2.4, 612],
          [3.1, 612],
          [3.9, 500],
        ],
        y: [
          [0, 606],
          [0.5, 606],
          [1.1, 572],
          [2.4, 572],
          [3.1, 572],
          [3.9, 606],
        ],
      },
      hum: still,
    },
    callum: {
      ...looks([
        [0, ...callumSees.kit],
        [1.5, ...callumSees.cup],
        [2.7, ...callumSees.kit],
        [4.5, ...callumSees.cup],
        [7.4, ...callumSees.kit],
      ]),
      smile: [
        [0, 0.3],
        [2.4, 0.5],
        [3.0, 0.7],
        [5.0, 0.5],
        [7.6, 0.95],
      ],
      open: [
        [3.0, 0],
        [3.12, 0.4],
        [3.25, 0.1],
        [3.38, 0.42],
        [3.52, 0.1],
        [3.66, 0.45],
        [3.95, 0.1],
        [4.05, 0],
      ],
      brow: [
        [0, 0.1],
        [1.6, 0.3],
        [2.7, 0.8],
        [4.5, 0.4],
        [7.5, 0.8],
      ],
      blinks: [0.6, 4.4, 7.35],
      hand: {
        x: [
          [0, 840],
          [4.0, 840],
          [4.6, 1003],
          [5.3, 800],
          [7.3, 800],
          [8.0, 1003],
          [8.5, 860],
        ],
        y: [
          [0, 645],
          [4.0, 645],
          [4.6, 578],
          [5.3, 428],
          [7.3, 428],
          [8.0, 578],
          [8.5, 640],
        ],
      },
      hum: still,
    },
    cup: {
      x: [
        [0, 556],
        [1.15, 556],
        [2.4, 652],
      ],
      y: [[0, 604]],
      fill: [
        [5.55, 0],
        [7.2, 0.85],
      ],
    },
    jug: {
      x: [
        [0, 955],
        [4.6, 955],
        [5.3, 752],
        [7.3, 752],
        [8.0, 955],
      ],
      y: [
        [0, 628],
        [4.6, 628],
        [5.3, 478],
        [7.3, 478],
        [8.0, 628],
      ],
      tip: [
        [5.1, 0],
        [5.5, -0.72],
        [7.0, -0.78],
        [7.3, 0],
      ],
    },
    stir: [
      [0, 0.2],
      [5.4, 0.1],
      [5.8, 0.7],
      [7.3, 0.3],
    ],
    kitHums: [],
    callumHums: [],
    words: [
      [3.0, 3.2],
      [3.26, 3.46],
      [3.52, 3.95],
    ],
    splash: [],
    pour: [5.5, 7.2],
  },
];
