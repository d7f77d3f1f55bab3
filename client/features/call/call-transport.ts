import type { CallMember } from "#shared/protocol/call-events.ts";
import type { LineCounters } from "./call-transport-stats.ts";
import type { CallTab } from "./frame-cipher.ts";

/** A voice or a face. */
export type TrackKind = "audio" | "video";
/** Both kinds; voices first, so that nothing waits for a face. */
export const trackKinds = ["audio", "video"] as const;

/** How much of one's own face is sent. */
export type SentFaces = "all" | "small-faces" | "no-faces";

/** What a way counts of itself, over its whole life. */
export interface TransportCounters {
  /** One's own way to the router; null where each line has two ends of its own. */
  readonly own: LineCounters | null;
  /** What comes from others, by their tab. */
  readonly people: ReadonlyMap<string, LineCounters>;
}

/** One way by which voices and faces go; the session above decides which one is used. */
export interface CallTransport {
  /** Everybody else to be reached by this way; who is not among them any more is let go. */
  setPeople(people: readonly CallMember[]): void;
  /** What is sent of a kind; null: nothing. Another microphone or camera makes no new line. */
  setTrack(kind: TrackKind, track: MediaStreamTrack | null): void;
  setFaces(faces: SentFaces): void;
  isConnected(tabId: string): boolean;
  /** Looks for a new way through the network, at once. */
  restart(): void;
  counters(): Promise<TransportCounters>;
  close(): void;
}

/** What both ways tell and use. */
export interface TransportParts {
  readonly iceServers: RTCIceServer[];
  /** Null where this browser seals nothing. */
  readonly cipher: FrameSealer | null;
  /** Something of somebody's comes, or does not come any more by this way. */
  readonly onTrack: (from: CallTab, kind: TrackKind, track: MediaStreamTrack | null) => void;
  /** A line was made or lost. */
  readonly onChange: () => void;
}

/** The part of the frame cipher that is put between a track and its line. */
export interface FrameSealer {
  sealSender(sender: RTCRtpSender): void;
  openReceiver(receiver: RTCRtpReceiver, from: CallTab): void;
}
