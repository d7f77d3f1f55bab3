/**
 * How a line carries voices and faces, and what to send over it. One sample a second goes in. A line is
 * taken for worse after three bad samples in a row and for better only after a longer good time, longer
 * each time it has not lasted, so that faces do not come and go.
 */
export interface Line {
  readonly quality: "good" | "weak" | "poor";
  /** Faces go first: smaller, then not at all. Voices are sent as long as there is a line. */
  readonly send: "all" | "small-faces" | "no-faces";
  /** Samples in a row that were worse, or better, than the quality. */
  readonly worseFor: number;
  readonly betterFor: number;
  /** How many better samples in a row it takes now. */
  readonly patience: number;
  /** Samples since it last became better. */
  readonly improvedAgo: number;
}

/** What the last second of a line was like; null for what is not known. */
export interface LineSample {
  readonly rttMs: number | null;
  readonly jitterMs: number | null;
  /** 0-1 of the packets. */
  readonly lossShare: number | null;
  /** What the browser believes it can send. */
  readonly sendableKbps: number | null;
}

type Quality = Line["quality"];

const qualities = ["good", "weak", "poor"] as const;
const sends = { good: "all", weak: "small-faces", poor: "no-faces" } as const;
const samplesToWorsen = 3;
const patience = { least: 8, most: 60 } as const;

/** A line nothing is known of yet. */
export const freshLine: Line = {
  quality: "good",
  send: "all",
  worseFor: 0,
  betterFor: 0,
  patience: patience.least,
  improvedAgo: Infinity,
};

/** From these on a line is weak, and poor. */
const limits = {
  rttMs: { weak: 400, poor: 900 },
  jitterMs: { weak: 60, poor: 150 },
  lossShare: { weak: 0.05, poor: 0.15 },
} as const;
/** Below these; one voice takes about 40. */
const leastKbps = { weak: 250, poor: 100 } as const;

/** The line after one more second. */
export function considerLine(before: Line, sample: LineSample): Line {
  const rank = qualities.indexOf(before.quality);
  const step = Math.sign(qualities.indexOf(qualityOf(sample)) - rank);
  const seen: Line = {
    ...before,
    worseFor: step > 0 ? before.worseFor + 1 : 0,
    betterFor: step < 0 ? before.betterFor + 1 : 0,
    improvedAgo: before.improvedAgo + 1,
  };
  if (seen.worseFor >= samplesToWorsen) {
    const isRelapse = seen.improvedAgo < patience.most;
    const doubled = Math.min(patience.most, seen.patience * 2);
    return { ...movedTo(rank + 1, seen), patience: isRelapse ? doubled : patience.least };
  }
  if (seen.betterFor >= seen.patience) return { ...movedTo(rank - 1, seen), improvedAgo: 0 };
  return seen;
}

function movedTo(rank: number, line: Line): Line {
  const quality = qualities[rank] ?? line.quality;
  return { ...line, quality, send: sends[quality], worseFor: 0, betterFor: 0 };
}

function qualityOf(sample: LineSample): Quality {
  if (isPast(sample, "poor")) return "poor";
  return isPast(sample, "weak") ? "weak" : "good";
}

function isPast(sample: LineSample, quality: "weak" | "poor"): boolean {
  const { sendableKbps } = sample;
  const isSlow = (["rttMs", "jitterMs", "lossShare"] as const).some(
    (measure) => (sample[measure] ?? 0) >= limits[measure][quality],
  );
  return isSlow || (sendableKbps !== null && sendableKbps < leastKbps[quality]);
}
