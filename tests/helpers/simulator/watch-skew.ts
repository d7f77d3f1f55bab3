import type { SimulatedRoom } from "#tests/helpers/playback-simulator.ts";

/** How far two pictures were apart over a while. */
export interface Skew {
  /** True distance of the two positions, in ms, looked at fifty times a second; ascending. */
  readonly apartMs: readonly number[];
  /** Between the same frame on the two screens, in ms; ascending. */
  readonly sameFrameMs: readonly number[];
  readonly seeks: number;
  readonly rateWrites: number;
}

const sampleMs = 20;

/** Lets the room go on for so long and watches both pictures. */
export async function watchSkew(room: SimulatedRoom, forMs: number): Promise<Skew> {
  const { nadia, callum, time } = room;
  const shown = [nadia, callum].map(({ picture, local }) => {
    const atMs = new Map<number, number>();
    picture.onShown((frame, atLocalMs) => atMs.set(frame, local.toVirtualMs(atLocalMs)));
    return atMs;
  });
  const sum = (count: "seeks" | "rateWrites") => nadia.picture[count]() + callum.picture[count]();
  const before = { seeks: sum("seeks"), rateWrites: sum("rateWrites") };
  const apartMs: number[] = [];
  for (let ms = 0; ms < forMs; ms += sampleMs) {
    await time.advance(sampleMs);
    apartMs.push(Math.abs(nadia.picture.positionMs() - callum.picture.positionMs()));
  }
  const [first = new Map<number, number>(), second = new Map<number, number>()] = shown;
  const sameFrameMs = [...first].flatMap(([frame, atMs]) => {
    const otherMs = second.get(frame);
    return otherMs === undefined ? [] : [Math.abs(atMs - otherMs)];
  });
  return {
    apartMs: apartMs.sort((a, b) => a - b),
    sameFrameMs: sameFrameMs.sort((a, b) => a - b),
    seeks: sum("seeks") - before.seeks,
    rateWrites: sum("rateWrites") - before.rateWrites,
  };
}

/** The value that a share of ascending numbers stays under; 1 is the largest. */
export function shareOf(sorted: readonly number[], share: number): number {
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted[at] ?? Number.NaN;
}
