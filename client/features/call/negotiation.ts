import type { CallSignal } from "#shared/protocol/call-events.ts";

/** A signal about the line itself. */
export type LineSignal = Exclude<CallSignal, { readonly kind: "frame-key" }>;

/** The part of a connection that negotiates. */
export type Negotiable = Pick<
  RTCPeerConnection,
  | "localDescription"
  | "remoteDescription"
  | "setLocalDescription"
  | "setRemoteDescription"
  | "addIceCandidate"
>;

/** Keeps the two ends of a connection agreed, whatever gets lost and however late it comes. */
export interface Negotiation {
  /** Agrees anew: the end that offers says what it would have now, the other one asks it to. */
  renew(): void;
  /** What this end said last still waits for its answer. */
  readonly isOpen: boolean;
  receive(signal: LineSignal): void;
  /** Comes true when all that was begun is done. */
  settled(): Promise<void>;
}

/**
 * Negotiation in which one end alone offers, so that no offer is ever taken back: Chromium leaves a face
 * closed whose sealed frames came over a line with an offer taken back (docs/decisions 0019). An answer
 * names its offer, and counts only for the last one. One step is done after the other.
 */
export function createNegotiation(parts: {
  readonly connection: Negotiable;
  readonly isOfferer: boolean;
  readonly send: (signal: LineSignal) => void;
  /** The other end wants an offer. */
  readonly onWanted: () => void;
}): Negotiation {
  const { connection, isOfferer, send } = parts;
  let last: Promise<void> = Promise.resolve();
  /** Of the last offer: said here, or heard from the other end. */
  let offerNumber = 0;
  let isOpen = false;
  /** Candidates of a description that has not come yet. */
  let early: RTCIceCandidateInit[] = [];

  function then(step: () => Promise<void>) {
    // What cannot be agreed on leaves the line as it was: the watch over it begins again.
    last = last.then(step).catch(() => undefined);
  }

  async function describe() {
    await connection.setLocalDescription();
    const { localDescription } = connection;
    if (localDescription === null) return;
    const type = isOfferer ? "offer" : "answer";
    send({ kind: "description", type, offerNumber, sdp: localDescription.sdp });
  }

  async function offer() {
    offerNumber += 1;
    isOpen = true;
    await describe();
  }

  async function hear(description: Extract<LineSignal, { readonly kind: "description" }>) {
    const { type, sdp } = description;
    const isOurs = isOfferer ? type === "answer" : type === "offer";
    // An answer to an offer that was said again since.
    const isLate = isOfferer && (!isOpen || description.offerNumber !== offerNumber);
    if (!isOurs || isLate) return;
    await connection.setRemoteDescription({ type, sdp });
    ({ offerNumber } = description);
    isOpen = false;
    const candidates = early;
    early = [];
    for (const candidate of candidates) await add(candidate);
    if (!isOfferer) await describe();
  }

  async function add(candidate: RTCIceCandidateInit) {
    // One that belongs to an offer that was passed over fits nothing here.
    await connection.addIceCandidate(candidate).catch(() => undefined);
  }

  return {
    renew() {
      if (isOfferer) return then(offer);
      isOpen = true;
      send({ kind: "offer-wanted" });
    },
    get isOpen() {
      return isOpen;
    },
    receive(signal) {
      if (signal.kind === "offer-wanted") {
        if (isOfferer) parts.onWanted();
        return;
      }
      then(async () => {
        if (signal.kind === "description") return hear(signal);
        const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = signal;
        const init = { candidate: candidate ?? "", sdpMid, sdpMLineIndex, usernameFragment };
        if (connection.remoteDescription === null) early.push(init);
        else await add(init);
      });
    },
    settled: () => last,
  };
}

/** What a candidate is sent as. */
export function candidateSignal(found: RTCIceCandidate): LineSignal {
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = found;
  return { kind: "candidate", candidate, sdpMid, sdpMLineIndex, usernameFragment };
}
