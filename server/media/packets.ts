import { EncodedPacketSink } from "mediabunny";
import type { InputTrack } from "mediabunny";

/** The times of a track's packets, in the order they are shown. */
export interface Packets {
  /** When each begins, fractional ms, ascending. */
  readonly startsMs: number[];
  /** When the last one ends. */
  readonly endMs: number;
  /** What they weigh together. */
  readonly bytes: number;
  /** False when two begin at the same instant. */
  readonly increasing: boolean;
  /** More packets than any clip has: reading stopped. */
  readonly overflowed: boolean;
}

/** 60 s of slow motion at 240 pictures a second, and a little. */
const mostPackets = 15_000;

/** Reads every packet with its data, so that one that is missing from the file is found out. */
export async function readPackets(track: InputTrack): Promise<Packets> {
  const found: { startMs: number; endMs: number }[] = [];
  let bytes = 0;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    found.push({
      startMs: packet.timestamp * 1000,
      endMs: (packet.timestamp + packet.duration) * 1000,
    });
    bytes += packet.byteLength;
    if (found.length > mostPackets) break;
  }
  found.sort((one, other) => one.startMs - other.startMs);
  const startsMs = found.map(({ startMs }) => startMs);
  return {
    startsMs,
    endMs: endOf(found),
    bytes,
    increasing: startsMs.every((startMs, n) => n === 0 || startMs > (startsMs[n - 1] ?? 0)),
    overflowed: found.length > mostPackets,
  };
}

/** Some files do not say how long the last picture stays: as long as the one before it. */
function endOf(found: readonly { startMs: number; endMs: number }[]): number {
  const last = found.at(-1);
  if (last === undefined) return 0;
  if (last.endMs > last.startMs) return last.endMs;
  return last.startMs + (last.startMs - (found.at(-2)?.startMs ?? last.startMs - 40));
}
