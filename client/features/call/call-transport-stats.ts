import { z } from "zod";
import type { LineSample } from "#shared/call/call-quality.ts";

/** What has come of one kind, over the life of a line. */
export interface Received {
  readonly packets: number;
  readonly lost: number;
  readonly frames: number;
  readonly freezes: number;
  readonly bytes: number;
  readonly jitterMs: number | null;
}

/** What a browser counts of one line; null for what it does not know. */
export interface LineCounters {
  readonly audio: Received;
  readonly video: Received;
  readonly rttMs: number | null;
  /** 0-1 of the packets sent, as the other end said last. */
  readonly sentLossShare: number | null;
  readonly sendableKbps: number | null;
  /** Bytes of one's own face. */
  readonly sentFaceBytes: number;
}

const number = z.number().catch(0);
const known = z.number().nullable().catch(null);
const rowSchema = z.object({
  type: z.string(),
  kind: z.string().catch(""),
  state: z.string().catch(""),
  nominated: z.boolean().catch(false),
  packetsReceived: number,
  packetsLost: number,
  framesDecoded: number,
  freezeCount: number,
  bytesReceived: number,
  bytesSent: number,
  jitter: known,
  fractionLost: number,
  currentRoundTripTime: known,
  availableOutgoingBitrate: known,
});

const nothingReceived: Received = {
  packets: 0,
  lost: 0,
  frames: 0,
  freezes: 0,
  bytes: 0,
  jitterMs: null,
};

/** A line of which nothing is known yet. */
export const noCounters: LineCounters = {
  audio: nothingReceived,
  video: nothingReceived,
  rttMs: null,
  sentLossShare: null,
  sendableKbps: null,
  sentFaceBytes: 0,
};

/** Reads what a browser counts, from `RTCStatsReport.values()`; browsers differ in what they tell. */
export function readCounters(rows: Iterable<unknown>): LineCounters {
  let counters = noCounters;
  for (const raw of rows) {
    const row = rowSchema.safeParse(raw);
    if (row.success) counters = { ...counters, ...readRow(row.data, counters) };
  }
  return counters;
}

function readRow(row: z.infer<typeof rowSchema>, sofar: LineCounters): Partial<LineCounters> {
  const isFace = row.kind === "video";
  switch (row.type) {
    case "inbound-rtp":
      return { [isFace ? "video" : "audio"]: receivedIn(row) };
    case "outbound-rtp":
      return isFace ? { sentFaceBytes: row.bytesSent } : {};
    case "remote-inbound-rtp":
      return { sentLossShare: Math.max(sofar.sentLossShare ?? 0, row.fractionLost) };
    case "candidate-pair":
      return row.nominated && row.state === "succeeded" ? pairIn(row) : {};
    default:
      return {};
  }
}

function pairIn(row: z.infer<typeof rowSchema>): Partial<LineCounters> {
  const { currentRoundTripTime: rtt, availableOutgoingBitrate: sendable } = row;
  return {
    rttMs: rtt === null ? null : rtt * 1_000,
    sendableKbps: sendable === null ? null : sendable / 1_000,
  };
}

function receivedIn(row: z.infer<typeof rowSchema>): Received {
  return {
    packets: row.packetsReceived,
    lost: Math.max(0, row.packetsLost),
    frames: row.framesDecoded,
    freezes: row.freezeCount,
    bytes: row.bytesReceived,
    jitterMs: row.jitter === null ? null : row.jitter * 1_000,
  };
}

/** What a line was like between two counts. */
export function sampleBetween(before: LineCounters, now: LineCounters): LineSample {
  const came = now.audio.packets - before.audio.packets + now.video.packets - before.video.packets;
  const lost = now.audio.lost - before.audio.lost + now.video.lost - before.video.lost;
  const receivedLoss = came + lost > 0 ? Math.max(0, lost) / (came + lost) : 0;
  // Without a face to send a browser does not look for room, and what it believes says nothing.
  const isFaceSent = now.sentFaceBytes > before.sentFaceBytes;
  return {
    rttMs: now.rttMs,
    jitterMs: now.audio.jitterMs,
    lossShare: Math.max(receivedLoss, now.sentLossShare ?? 0),
    sendableKbps: isFaceSent ? now.sendableKbps : null,
  };
}
