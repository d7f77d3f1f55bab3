import { encodingOf, limitSender, trackToSend } from "./call-transport-encodings.ts";
import { readCounters } from "./call-transport-stats.ts";
import type { LineCounters } from "./call-transport-stats.ts";
import { trackKinds } from "./call-transport.ts";
import type { FrameSealer, SentFaces, TrackKind } from "./call-transport.ts";
import { watchLine } from "./direct-line-watch.ts";
import type { DirectVerdict } from "./direct-line-watch.ts";
import type { CallTab } from "./frame-cipher.ts";
import { candidateSignal, createNegotiation } from "./negotiation.ts";
import type { LineSignal } from "./negotiation.ts";

/** What is sent by all lines alike. */
export interface Sending {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
  readonly faces: SentFaces;
}

/** One line from browser to browser: a voice and a face each way, agreed once. */
export interface DirectLine {
  readonly isConnected: boolean;
  readonly verdict: DirectVerdict;
  receive(signal: LineSignal): void;
  send(sending: Sending): void;
  restart(): void;
  /** Signals reach the other end again after a while: what is not agreed, or not there, is tried at once. */
  resume(): void;
  counters(): Promise<LineCounters>;
  close(): void;
}

/** What one line is made with. */
export interface DirectLineParts {
  readonly peer: CallTab;
  readonly ownTabId: string;
  readonly iceServers: RTCIceServer[];
  /** Null: this line goes as the browsers make it, sealed from end to end by itself. */
  readonly cipher: FrameSealer | null;
  readonly sending: Sending;
  readonly signal: (signal: LineSignal) => void;
  readonly onTrack: (kind: TrackKind, track: MediaStreamTrack) => void;
  readonly onChange: () => void;
}

/**
 * Opens a line. The one with the lesser tab id makes both transceivers and offers them, the other one
 * answers with the same two: so no line has four.
 */
export function createDirectLine(parts: DirectLineParts): DirectLine {
  const { peer, ownTabId, cipher } = parts;
  const connection = new RTCPeerConnection({
    iceServers: parts.iceServers,
    bundlePolicy: "max-bundle",
  });
  const isOfferer = ownTabId < peer.tabId;
  const negotiation = createNegotiation({
    connection,
    isOfferer,
    send: parts.signal,
    onWanted: restart,
  });
  const wired = new Map<TrackKind, RTCRtpTransceiver>();
  let { sending } = parts;
  const watch = watchLine({ restart, onChange: parts.onChange });

  function wire(kind: TrackKind, transceiver: RTCRtpTransceiver) {
    if (wired.get(kind) === transceiver) return;
    wired.set(kind, transceiver);
    transceiver.direction = "sendrecv";
    if (kind === "video") preferVp8(transceiver);
    cipher?.sealSender(transceiver.sender);
    cipher?.openReceiver(transceiver.receiver, peer);
    fill(kind, transceiver);
  }

  function fill(kind: TrackKind, { sender }: RTCRtpTransceiver) {
    const track = trackToSend(kind, sending[kind], sending.faces);
    // Refused only when the line has been closed.
    if (sender.track !== track) sender.replaceTrack(track).catch(() => undefined);
    void limitSender(sender, kind, sending.faces);
  }

  function fillAll() {
    for (const [kind, transceiver] of wired) fill(kind, transceiver);
  }

  function restart() {
    if (!isOfferer) return negotiation.renew();
    connection.restartIce();
    // An offer that nobody answered is said again; otherwise the browser asks for one by itself.
    if (connection.signalingState === "have-local-offer") negotiation.renew();
  }

  connection.addEventListener("negotiationneeded", () => {
    if (isOfferer) negotiation.renew();
  });
  connection.addEventListener("icecandidate", ({ candidate }) => {
    if (candidate !== null) parts.signal(candidateSignal(candidate));
  });
  connection.addEventListener("track", ({ track, transceiver }) => {
    const kind = track.kind === "audio" ? "audio" : "video";
    wire(kind, transceiver);
    parts.onTrack(kind, track);
  });
  connection.addEventListener("connectionstatechange", () => {
    watch.see(connection.connectionState);
    if (connection.connectionState === "connected") fillAll();
    parts.onChange();
  });
  if (isOfferer) {
    for (const kind of trackKinds) {
      const sendEncodings = [encodingOf(kind, sending.faces)];
      wire(kind, connection.addTransceiver(kind, { direction: "sendrecv", sendEncodings }));
    }
  }

  return {
    get isConnected() {
      return connection.connectionState === "connected";
    },
    get verdict() {
      return watch.verdict;
    },
    receive: (signal) => negotiation.receive(signal),
    send(next) {
      sending = next;
      fillAll();
    },
    restart,
    resume() {
      if (negotiation.isOpen || connection.connectionState !== "connected") restart();
    },
    counters: async () => readCounters((await connection.getStats()).values()),
    close() {
      watch.close();
      connection.close();
    },
  };
}

/** Sealed frames of this codec can be sent by every browser; some would take another one first. */
function preferVp8(transceiver: RTCRtpTransceiver) {
  const codecs = RTCRtpReceiver.getCapabilities("video")?.codecs ?? [];
  const isVp8 = ({ mimeType }: RTCRtpCodec) => mimeType.toLowerCase() === "video/vp8";
  const others = codecs.filter((codec) => !isVp8(codec));
  transceiver.setCodecPreferences([...codecs.filter(isVp8), ...others]);
}
