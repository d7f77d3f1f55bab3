import type { Socket } from "node:net";

/** What one direction of a line is like now. Set its fields at any time. */
export interface Weather {
  delayMs: number;
  /** Up to this much more delay, drawn anew for each piece; order is kept, as TCP keeps it. */
  jitterMs: number;
  /** `null` means no limit. */
  bytesPerSecond: number | null;
  /** Nothing is delivered; it waits. */
  isSilent: boolean;
}

/** One direction of one connection. */
export interface Lane {
  /** Looks again, after the weather became fair. */
  readonly wake: () => void;
  readonly stop: () => void;
}

interface Piece {
  /** `null` is the end of the stream. */
  readonly bytes: Buffer | null;
  readonly dueAtMs: number;
}

const mostHeldBytes = 1024 * 1024;

/** Carries everything `from` one socket `to` the other through the given weather. */
export function startLane(from: Socket, to: Socket, weather: Weather): Lane {
  const held: Piece[] = [];
  let heldBytes = 0;
  let lastDueAtMs = 0;
  let lineFreeAtMs = 0;
  let timer: NodeJS.Timeout | null = null;

  function hold(bytes: Buffer | null): void {
    const nowMs = performance.now();
    const sendMs =
      bytes && weather.bytesPerSecond ? (bytes.length * 1000) / weather.bytesPerSecond : 0;
    lineFreeAtMs = Math.max(nowMs, lineFreeAtMs) + sendMs;
    const travelMs = weather.delayMs + Math.random() * weather.jitterMs;
    lastDueAtMs = Math.max(lastDueAtMs, lineFreeAtMs + travelMs);
    held.push({ bytes, dueAtMs: lastDueAtMs });
    heldBytes += bytes?.length ?? 0;
    if (heldBytes > mostHeldBytes) from.pause();
    deliver();
  }

  function release(piece: Piece): void {
    heldBytes -= piece.bytes?.length ?? 0;
    if (piece.bytes === null) to.end();
    else if (to.writable) to.write(piece.bytes);
  }

  function deliver(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (weather.isSilent) return;
    while (held[0] !== undefined && held[0].dueAtMs <= performance.now()) {
      release(held[0]);
      held.shift();
    }
    if (heldBytes <= mostHeldBytes) from.resume();
    const next = held[0];
    if (next === undefined) return;
    timer = setTimeout(deliver, Math.max(1, Math.ceil(next.dueAtMs - performance.now())));
  }

  from.on("data", hold);
  from.on("end", () => hold(null));

  return {
    wake: () => {
      // A healed line brings what it held at once.
      const nowMs = performance.now();
      lastDueAtMs = nowMs;
      lineFreeAtMs = nowMs;
      held.splice(0, held.length, ...held.map((piece) => ({ ...piece, dueAtMs: nowMs })));
      deliver();
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
