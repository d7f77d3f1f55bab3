import { considerLine, freshLine } from "#shared/call/call-quality.ts";
import type { Line } from "#shared/call/call-quality.ts";
import { noCounters, sampleBetween } from "./call-transport-stats.ts";
import type { LineCounters } from "./call-transport-stats.ts";
import type { SentFaces, TransportCounters } from "./call-transport.ts";

/** A line over the last seconds. */
export interface LineState {
  readonly quality: Line["quality"];
  /** Seconds in which nothing came. */
  readonly silentFor: number;
  /** Seconds in which no picture came, after there had been some. */
  readonly stillFor: number;
}

/** How the lines of the call carry, counted once a second. */
export interface CallLines {
  count(counters: TransportCounters): void;
  of(tabId: string): LineState;
  readonly own: Line["quality"];
  /** What one's own way carries of one's own face. */
  readonly faces: SentFaces;
  /** Whether one's own way carries others' faces. */
  readonly takesFaces: boolean;
  /** Another way is used: nothing is known of it. */
  forget(): void;
}

interface Followed extends LineState {
  readonly line: Line;
  readonly counters: LineCounters;
}

const fresh: Followed = {
  line: freshLine,
  counters: noCounters,
  quality: freshLine.quality,
  silentFor: 0,
  stillFor: 0,
};

/** Knows nothing yet. */
export function createCallLines(): CallLines {
  let people = new Map<string, Followed>();
  let own: Followed | null = null;

  const worst = (): Line =>
    [...people.values()].map(({ line }) => line).toSorted(byQuality)[0] ?? freshLine;
  /** Where each line has two ends of its own, one's own is as good as the worst of them. */
  const ownLine = () => own?.line ?? worst();

  return {
    count(counters) {
      own = counters.own === null ? null : follow(own ?? fresh, counters.own);
      people = new Map(
        [...counters.people].map(([tabId, counted]) => [
          tabId,
          follow(people.get(tabId) ?? fresh, counted),
        ]),
      );
    },
    of: (tabId) => people.get(tabId) ?? fresh,
    get own() {
      return ownLine().quality;
    },
    get faces() {
      return ownLine().send;
    },
    get takesFaces() {
      return worst().send !== "no-faces";
    },
    forget() {
      people = new Map();
      own = null;
    },
  };
}

const ranks = ["poor", "weak", "good"] as const;
const byQuality = (one: Line, other: Line) =>
  ranks.indexOf(one.quality) - ranks.indexOf(other.quality);

function follow(before: Followed, counters: LineCounters): Followed {
  const { audio, video } = before.counters;
  const line = considerLine(before.line, sampleBetween(before.counters, counters));
  const came = counters.audio.packets - audio.packets + counters.video.packets - video.packets;
  const isStill = video.frames > 0 && counters.video.frames <= video.frames;
  return {
    line,
    counters,
    quality: line.quality,
    silentFor: came > 0 ? 0 : before.silentFor + 1,
    stillFor: isStill ? before.stillFor + 1 : 0,
  };
}
