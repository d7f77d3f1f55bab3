import type { CallSignal } from "#shared/protocol/call-events.ts";

/** A signal about the line itself. */
export type LineSignal = Exclude<CallSignal, { readonly kind: "frame-key" }>;

/** The part of a connection that negotiates. */
export type Negotiable = Pick<
  RTCPeerConnection,
  | "signalingState"
  | "localDescription"
  | "remoteDescription"
  | "setLocalDescription"
  | "setRemoteDescription"
  | "addIceCandidate"
>;

/** Keeps the two ends of a connection agreed, whoever changes it and when. */
export interface Negotiation {
  /** Says what this end would have now; also again, when nothing came back. */
  offer(): void;
  receive(signal: LineSignal): void;
  /** Comes true when all that was begun is done. */
  settled(): Promise<void>;
}

/**
 * Perfect negotiation, one step after the other. When both offer at once the polite one takes its own
 * offer back, and the other one goes on as if nothing had come.
 */
export function createNegotiation(parts: {
  readonly connection: Negotiable;
  readonly isPolite: boolean;
  readonly send: (signal: LineSignal) => void;
}): Negotiation {
  const { connection, isPolite, send } = parts;
  let last: Promise<void> = Promise.resolve();
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
    const { type, sdp } = localDescription;
    send({ kind: "description", type, sdp });
  }

  async function hear(description: RTCSessionDescriptionInit) {
    const { signalingState } = connection;
    const isOffer = description.type === "offer";
    if (isOffer && signalingState !== "stable" && !isPolite) return;
    // An answer to an offer that was said again since.
    if (!isOffer && signalingState !== "have-local-offer") return;
    await connection.setRemoteDescription(description);
    const candidates = early;
    early = [];
    for (const candidate of candidates) await add(candidate);
    if (isOffer) await describe();
  }

  async function add(candidate: RTCIceCandidateInit) {
    // One that belongs to an offer that was passed over fits nothing here.
    await connection.addIceCandidate(candidate).catch(() => undefined);
  }

  return {
    offer: () => then(describe),
    receive: (signal) =>
      then(async () => {
        if (signal.kind === "description") return hear({ type: signal.type, sdp: signal.sdp });
        const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = signal;
        const init = { candidate: candidate ?? "", sdpMid, sdpMLineIndex, usernameFragment };
        if (connection.remoteDescription === null) early.push(init);
        else await add(init);
      }),
    settled: () => last,
  };
}

/** What a candidate is sent as. */
export function candidateSignal(found: RTCIceCandidate): LineSignal {
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = found;
  return { kind: "candidate", candidate, sdpMid, sdpMLineIndex, usernameFragment };
}
