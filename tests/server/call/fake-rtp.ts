import type { RouterParameters } from "#shared/protocol/call-events.ts";

/** What a browser that can only hear says it can. */
export const opusCapabilities: RouterParameters = {
  codecs: [
    {
      kind: "audio",
      mimeType: "audio/opus",
      preferredPayloadType: 100,
      clockRate: 48_000,
      channels: 2,
      parameters: {},
      rtcpFeedback: [],
    },
  ],
  headerExtensions: [],
};

/** A voice as a browser sends it, under a number of its own. */
export const opusParameters = (ssrc: number): RouterParameters => ({
  mid: "0",
  codecs: [
    {
      mimeType: "audio/opus",
      payloadType: 111,
      clockRate: 48_000,
      channels: 2,
      parameters: { useinbandfec: 1 },
      rtcpFeedback: [],
    },
  ],
  headerExtensions: [],
  encodings: [{ ssrc }],
  rtcp: { cname: "voice", reducedSize: true },
});

/** A face, in a form every router carries. */
export const vp8Parameters = (ssrc: number): RouterParameters => ({
  mid: "1",
  codecs: [
    { mimeType: "video/VP8", payloadType: 96, clockRate: 90_000, parameters: {}, rtcpFeedback: [] },
  ],
  headerExtensions: [],
  encodings: [{ ssrc }],
  rtcp: { cname: "face", reducedSize: true },
});

/** What a browser answers the router's own parameters with. */
export const dtlsParameters: RouterParameters = {
  role: "client",
  fingerprints: [{ algorithm: "sha-256", value: Array(32).fill("A1").join(":") }],
};
