import type { LineSignal } from "#client/features/call/negotiation.ts";

type Description = RTCSessionDescriptionInit;

/**
 * A connection as the standard describes its signalling: offers and answers only in the states that allow
 * them, an own offer taken back by a remote one, candidates only after a description.
 */
export class StandInConnection {
  onState: (state: RTCSignalingState) => void = () => undefined;
  #state: RTCSignalingState = "stable";
  localDescription: RTCSessionDescription | null = null;
  remoteDescription: RTCSessionDescription | null = null;
  readonly candidates: string[] = [];
  readonly #name: string;
  #offers = 0;

  constructor(name: string) {
    this.#name = name;
  }

  get signalingState(): RTCSignalingState {
    return this.#state;
  }

  set signalingState(next: RTCSignalingState) {
    this.#state = next;
    this.onState(next);
  }

  async setLocalDescription(): Promise<void> {
    await Promise.resolve();
    const isAnswer = this.signalingState === "have-remote-offer";
    if (!isAnswer) this.#offers += 1;
    const sdp = isAnswer
      ? `answer to ${this.remoteDescription?.sdp}`
      : `offer ${this.#offers} of ${this.#name}`;
    this.signalingState = isAnswer ? "stable" : "have-local-offer";
    this.localDescription = described(isAnswer ? "answer" : "offer", sdp);
  }

  async setRemoteDescription({ type, sdp = "" }: Description): Promise<void> {
    await Promise.resolve();
    if (type === "answer") {
      if (this.signalingState !== "have-local-offer") throw new Error("InvalidStateError");
      if (sdp !== `answer to ${this.localDescription?.sdp}`) throw new Error("another offer's");
      this.signalingState = "stable";
    } else {
      if (this.signalingState === "have-remote-offer") throw new Error("InvalidStateError");
      if (this.signalingState === "have-local-offer") this.localDescription = null;
      this.signalingState = "have-remote-offer";
    }
    this.remoteDescription = described(type, sdp);
  }

  async addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<void> {
    await Promise.resolve();
    if (this.remoteDescription === null) throw new Error("InvalidStateError");
    this.candidates.push(candidate?.candidate ?? "");
  }
}

function described(type: RTCSdpType, sdp: string): RTCSessionDescription {
  return { type, sdp, toJSON: () => ({ type, sdp }) };
}

/** A candidate under this name. */
export function candidateNamed(candidate: string): LineSignal {
  return { kind: "candidate", candidate, sdpMid: "0", sdpMLineIndex: 0, usernameFragment: null };
}
