import type { Stretch } from "#shared/studio/cut-plan.ts";
import { peakMs } from "./read-peaks.ts";

/** Where a waveform's values come from: those of a stretch, or null when there are none. */
export interface PeakReader {
  peaks(stretch: Stretch, signal: AbortSignal): Promise<Uint8Array | null>;
}

/** How loud a film is over its length, learnt piece by piece; what is looked at comes first. */
export interface Waveform {
  /** The loudest value of each 10 ms, 0-255; 0 where it is not known yet. */
  readonly peaks: Uint8Array;
  /** The part that is known, 0-1. */
  readonly known: number;
  /** Learns this stretch before all else. */
  want(stretch: Stretch): void;
  /** Told after each piece. Answers a way to stop. */
  onPiece(listener: () => void): () => void;
  /** Stops learning; what is known stays. */
  close(): void;
}

/** A piece is short enough to be there soon, and long enough to be worth a beginning. */
export const pieceMs = 10_000;

/** Begins to learn the waveform of a film so long. */
export function createWaveform(reader: PeakReader, durationMs: number): Waveform {
  const peaks = new Uint8Array(Math.ceil(durationMs / peakMs));
  const count = Math.ceil(durationMs / pieceMs);
  const left = new Set(Array.from({ length: count }, (_, n) => n));
  const listeners = new Set<() => void>();
  const end = new AbortController();
  let wanted: Stretch = { startMs: 0, endMs: durationMs };

  function nextPiece(): number | undefined {
    const isWanted = (n: number) =>
      n * pieceMs < wanted.endMs && (n + 1) * pieceMs > wanted.startMs;
    const pieces = [...left];
    return pieces.find(isWanted) ?? pieces[0];
  }

  async function learn(): Promise<void> {
    for (let n = nextPiece(); n !== undefined && !end.signal.aborted; n = nextPiece()) {
      const startMs = n * pieceMs;
      const endMs = Math.min(durationMs, startMs + pieceMs);
      const piece = await reader.peaks({ startMs, endMs }, end.signal);
      if (end.signal.aborted) return;
      left.delete(n); // also when it cannot be decoded: it stays flat
      if (piece !== null)
        peaks.set(piece.subarray(0, peaks.length - startMs / peakMs), startMs / peakMs);
      for (const listener of listeners) listener();
    }
  }
  void learn();

  return {
    peaks,
    get known() {
      return count === 0 ? 1 : 1 - left.size / count;
    },
    want(stretch) {
      wanted = stretch;
    },
    onPiece(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => end.abort(),
  };
}
