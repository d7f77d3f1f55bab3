import type { SentFaces, TrackKind } from "./call-transport.ts";

/** A face is at most 640 by 360 at 20 pictures a second; the clip needs the line more. */
const faceEncodings = {
  all: { maxBitrate: 350_000, maxFramerate: 20, scaleResolutionDownBy: 1 },
  "small-faces": { maxBitrate: 120_000, maxFramerate: 12, scaleResolutionDownBy: 2 },
  "no-faces": { maxBitrate: 120_000, maxFramerate: 12, scaleResolutionDownBy: 2 },
} as const;
const voiceEncoding = { maxBitrate: 40_000, priority: "high", networkPriority: "high" } as const;

/** How something is sent; voices go before faces. */
export function encodingOf(kind: TrackKind, faces: SentFaces): RTCRtpEncodingParameters {
  return kind === "audio" ? voiceEncoding : faceEncodings[faces];
}

/** Sets how a sender sends from now on. */
export async function limitSender(
  sender: RTCRtpSender,
  kind: TrackKind,
  faces: SentFaces,
): Promise<void> {
  const parameters = sender.getParameters();
  // Some browsers have none before the line is agreed on: then this is asked again.
  if (parameters.encodings.length === 0) return;
  const encodings = parameters.encodings.map((one) => ({ ...one, ...encodingOf(kind, faces) }));
  // Refused when the line has ended, or changes at this moment: the next change sets it again.
  await sender.setParameters({ ...parameters, encodings }).catch(() => undefined);
}

/** What a sender is given: no face where faces are left out. */
export function trackToSend(
  kind: TrackKind,
  track: MediaStreamTrack | null,
  faces: SentFaces,
): MediaStreamTrack | null {
  return kind === "video" && faces === "no-faces" ? null : track;
}
