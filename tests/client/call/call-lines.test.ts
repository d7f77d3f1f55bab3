import { describe, expect, it, vi } from "vitest";
import { createKeyExchange } from "#client/features/call/call-session-keys.ts";
import { createCallLines } from "#client/features/call/call-session-lines.ts";
import {
  noCounters,
  readCounters,
  sampleBetween,
} from "#client/features/call/call-transport-stats.ts";
import type { FrameCipher } from "#client/features/call/frame-cipher.ts";
import { callMember, received } from "./stand-in-call.ts";

type Signal = Parameters<typeof createKeyExchange>[0]["signal"];

const callum = callMember({ publicKey: "k".repeat(87) });
const { tabId } = callum;

it("[CL21] what a browser counts is read, whatever else it tells", () => {
  const counters = readCounters([
    { type: "inbound-rtp", kind: "audio", packetsReceived: 90, packetsLost: 10, jitter: 0.02 },
    { type: "inbound-rtp", kind: "video", packetsReceived: 40, framesDecoded: 20, freezeCount: 1 },
    { type: "candidate-pair", nominated: true, state: "succeeded", currentRoundTripTime: 0.25 },
    { type: "candidate-pair", nominated: false, state: "waiting", currentRoundTripTime: 9 },
    { type: "remote-inbound-rtp", kind: "audio", fractionLost: 0.1 },
    { type: "codec", mimeType: "audio/opus" },
    null,
  ]);

  expect(counters).toMatchObject({
    audio: { packets: 90, lost: 10, jitterMs: 20 },
    video: { packets: 40, frames: 20, freezes: 1 },
    rttMs: 250,
    sentLossShare: 0.1,
    sendableKbps: null,
  });
  expect(sampleBetween(noCounters, counters)).toEqual({
    rttMs: 250,
    jitterMs: 20,
    lossShare: 0.1,
    sendableKbps: null,
  });
});

it("[CL21] what a browser believes it can send counts only while a face is sent", () => {
  const counters = { ...noCounters, sendableKbps: 50, sentFaceBytes: 1_000 };

  expect(sampleBetween(noCounters, counters).sendableKbps).toBe(50);
  expect(sampleBetween(counters, counters).sendableKbps).toBe(null);
});

it("[CL21] a line that loses much sends small faces, then none, and knows who is silent or stands still", () => {
  const lines = createCallLines();
  const counters = { ...received(100, 10), sentLossShare: 0.5 };

  for (const sent of ["all", "all", "small-faces", "small-faces", "small-faces", "no-faces"]) {
    lines.count({ own: null, people: new Map([[tabId, counters]]) });
    expect(lines.faces).toBe(sent);
  }

  expect(lines.of(tabId)).toMatchObject({ quality: "poor", silentFor: 5, stillFor: 5 });
  expect(lines.takesFaces).toBe(false);
});

it("[CL21] on the router one's own way decides over one's own face, theirs over whether it is taken", () => {
  const lines = createCallLines();
  const bad = { ...noCounters, sentLossShare: 0.5 };

  for (let second = 0; second < 6; second += 1) {
    lines.count({ own: noCounters, people: new Map([[tabId, bad]]) });
  }

  expect([lines.faces, lines.takesFaces]).toEqual(["all", false]);
});

describe("the keys of the call", () => {
  const key = { keyNumber: 7, sealed: "s".repeat(20) };

  function open(signal = vi.fn<Signal>(async () => true)) {
    const cipher = {
      isSupported: true,
      meet: vi.fn<FrameCipher["meet"]>(async () => key),
      forget: vi.fn<FrameCipher["forget"]>(),
    };
    return { cipher, signal, keys: createKeyExchange({ cipher, signal }) };
  }

  it("[CL20] go to whoever is new, once, and to nobody without a public key", async () => {
    const { keys, signal } = open();
    const without = callMember({ tabId: "5e3f3f0e-54ad-4f0b-9b0e-5a4d1c2b3a07" });

    keys.setPeople([callum, without]);
    keys.setPeople([callum, without]);
    await vi.waitFor(() => expect(signal).toHaveBeenCalled());

    const to = { participantId: callum.participantId, tabId, publicKey: callum.publicKey };
    expect(signal.mock.calls).toEqual([[to, { kind: "frame-key", ...key }]]);
  });

  it("[CL20] are sent again to whom they did not reach, and taken from who leaves", async () => {
    const reached = [false, true];
    const { keys, signal, cipher } = open(vi.fn<Signal>(async () => reached.shift() ?? true));
    keys.setPeople([callum]);
    await vi.waitFor(() => expect(signal).toHaveBeenCalledTimes(1));

    await vi.waitFor(() => {
      keys.retry();
      expect(signal).toHaveBeenCalledTimes(2);
    });
    keys.setPeople([]);

    expect(cipher.forget).toHaveBeenCalledWith(callum.participantId, tabId);
  });
});
