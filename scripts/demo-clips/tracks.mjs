// Values over time: each a list of [second, value], eased between.

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

/** Nothing all the time. */
export const still = [[0, 0]];
/** Nothing to hear but the room; a story adds what sounds in it. */
export const quiet = { kitHums: [], callumHums: [], words: [], splash: [], pour: null };
const atTray = { gazeX: 0.55, gazeY: 0.85, turn: 0.35, nod: 0.55 };

/** A look goes eyes first, then the head follows: [second, gazeX, gazeY, turn, nod]. */
export function looks(list) {
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

/** Where Kit looks: gaze and turn of the head. */
export const kitSees = {
  tray: [atTray.gazeX, atTray.gazeY, atTray.turn, atTray.nod],
  cup: [0.75, 0.8, 0.5, 0.5],
  book: [0.66, 0.85, 0.42, 0.55],
  street: [-0.8, 0.05, -0.75, 0],
  callumAbove: [0.8, -0.7, 0.75, -0.6],
  callumBeside: [0.85, -0.05, 0.7, -0.05],
  callum: [0.82, -0.5, 0.8, -0.36],
};
/** Where Callum looks. */
export const callumSees = {
  kit: [-0.85, 0.62, -0.62, 0.4],
  cup: [-0.6, 0.95, -0.5, 0.8],
  book: [-0.66, 0.95, -0.5, 0.7],
  kitBeside: [-0.85, 0.12, -0.62, 0.1],
};

/** Where Zara looks. */
export const zaraSees = {
  room: [-0.2, -0.3, -0.15, -0.1],
  lap: [0.1, 0.9, 0.05, 0.5],
  device: [0.72, 0.5, 0.5, 0.3],
  switch: [0.6, 0.9, 0.4, 0.6],
  hand: [0.85, 0.55, 0.62, 0.35],
  joanne: [0.85, -0.35, 0.72, -0.22],
};
/** Where Joanne looks. */
export const joanneSees = {
  zara: [-0.85, 0.4, -0.62, 0.28],
  device: [-0.66, 0.85, -0.45, 0.55],
  hand: [-0.5, 0.95, -0.4, 0.75],
};

/** Joanne sits, her hands in her lap. */
export const joanneRests = { hand: { x: [[0, 800]], y: [[0, 628]] }, handOpen: still, jump: still };

/** How loud a hum is that sounds in these turns. */
export function hum(...turns) {
  return turns.flatMap(([from, to]) => [
    [from, 0],
    [from + 0.12, 1],
    [to - 0.14, 1],
    [to, 0],
  ]);
}

/** How high a hand is that comes down to `low` at each of these seconds, in px from the top. */
export function taps(low, ...seconds) {
  return seconds.flatMap((second) => [
    [second - 0.22, low - 44],
    [second, low],
    [second + 0.08, low],
    [second + 0.26, low - 30],
  ]);
}
