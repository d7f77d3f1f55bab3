// Where a figure is and what its face does at one second.
import { at } from "./tracks.mjs";

/** Breathing, blinking and everything a figure's tracks say, at a place in the picture. */
export function poseOf(track, seconds, place, breath) {
  const breathing = Math.sin(seconds * 1.9 + breath) * 2.4;
  const blink = Math.max(0, ...track.blinks.map((second) => 1 - Math.abs(seconds - second) / 0.12));
  return {
    x: place.x,
    y: place.y + breathing,
    lean: place.lean,
    gazeX: at(track.gazeX, seconds),
    gazeY: at(track.gazeY, seconds),
    turn: at(track.turn, seconds),
    nod: at(track.nod, seconds),
    smile: at(track.smile, seconds),
    open: at(track.open, seconds),
    brow: at(track.brow, seconds),
    hum: at(track.hum, seconds),
    tilt: place.lean + Math.sin(seconds * 0.7 + breath) * 0.015,
    blink: Math.min(1, blink * 1.3),
  };
}
