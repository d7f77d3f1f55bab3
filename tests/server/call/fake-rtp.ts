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

/** Every value at any depth replaced by one of another kind, one at a time. */
export function spoiledDeeply(value: RouterParameters): RouterParameters[] {
  return spoil(value) as RouterParameters[]; // an object stays one on its outside
}

const wrongValues: unknown[] = [null, -1, 1.5, 1e300, true, "", "x".repeat(2_000), [], {}];

function spoil(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries<unknown>({ ...value }).flatMap(([key, entry]) =>
    [...wrongValues, ...spoil(entry)].map((other) =>
      Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other },
    ),
  );
}
