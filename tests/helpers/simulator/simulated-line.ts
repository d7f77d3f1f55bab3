import type { Time } from "#client/features/playback/surroundings.ts";

/** One person's way to the server and back. */
export interface LineHabits {
  readonly upMs: number;
  readonly downMs: number;
  /** Each message takes up to this much longer. */
  readonly jitterMs: number;
  /** The share of messages that is lost at first and comes after TCP has sent it again. */
  readonly loss?: number;
}

/** A line that delays, keeps the order of messages, and can be cut. */
export interface SimulatedLine {
  travel(way: "up" | "down", run: () => void): void;
  isCut(): boolean;
  setCut(isCut: boolean): void;
}

/** What is lost is sent again after the way there and back, and this much. */
const sentAgainAfterMs = 200;

/** A cut line loses what is on it. */
export function createSimulatedLine(
  time: Time,
  habits: LineHabits,
  random: () => number,
): SimulatedLine {
  const lastAtMs = { up: 0, down: 0 };
  let cuts = false;
  return {
    travel: (way, run) => {
      if (cuts) return;
      const onTheWayMs = way === "up" ? habits.upMs : habits.downMs;
      const isLost = random() < (habits.loss ?? 0);
      const againMs = isLost ? sentAgainAfterMs + habits.upMs + habits.downMs : 0;
      const arrivesAtMs = time.nowMs() + onTheWayMs + random() * habits.jitterMs + againMs;
      lastAtMs[way] = Math.max(lastAtMs[way], arrivesAtMs);
      time.after(lastAtMs[way] - time.nowMs(), () => {
        if (!cuts) run();
      });
    },
    isCut: () => cuts,
    setCut: (isCut) => {
      cuts = isCut;
    },
  };
}
