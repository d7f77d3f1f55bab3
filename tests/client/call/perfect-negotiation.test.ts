import { describe, expect, it } from "vitest";
import { createNegotiation } from "#client/features/call/perfect-negotiation.ts";
import type { LineSignal, Negotiation } from "#client/features/call/perfect-negotiation.ts";
import { candidateNamed, StandInConnection } from "#tests/client/call/stand-in-connection.ts";

/** Two ends whose signals arrive only when they are let through. */
function openPair() {
  const polite = new StandInConnection("polite");
  const other = new StandInConnection("other");
  const toPolite: LineSignal[] = [];
  const toOther: LineSignal[] = [];
  const atPolite = createNegotiation({
    connection: polite,
    isPolite: true,
    send: (signal) => toOther.push(signal),
  });
  const atOther = createNegotiation({
    connection: other,
    isPolite: false,
    send: (signal) => toPolite.push(signal),
  });
  const settle = () => Promise.all([atPolite.settled(), atOther.settled()]);
  const pass = (queue: LineSignal[], to: Negotiation) => {
    for (const signal of queue.splice(0)) to.receive(signal);
  };
  async function passAll() {
    await settle();
    while (toPolite.length + toOther.length > 0) {
      pass(toPolite, atPolite);
      pass(toOther, atOther);
      await settle();
    }
  }
  return { polite, other, atPolite, atOther, toPolite, toOther, settle, passAll };
}

describe("two ends that negotiate", () => {
  it("[CL13] agree when one offers", async () => {
    const { polite, other, atOther, passAll } = openPair();

    atOther.offer();
    await passAll();

    expect([polite.signalingState, other.signalingState]).toEqual(["stable", "stable"]);
    expect(other.remoteDescription?.sdp).toBe("answer to offer 1 of other");
  });

  it("[CL13] agree on the impolite one's offer when both offer at once", async () => {
    const { polite, other, atPolite, atOther, passAll } = openPair();

    atPolite.offer();
    atOther.offer();
    await passAll();

    expect([polite.signalingState, other.signalingState]).toEqual(["stable", "stable"]);
    expect(polite.remoteDescription?.sdp).toBe("offer 1 of other");
    expect(other.remoteDescription?.sdp).toBe("answer to offer 1 of other");
  });

  it("[CL13] agree after an offer was lost and said again", async () => {
    const { polite, other, atOther, toPolite, settle, passAll } = openPair();
    atOther.offer();
    await settle();
    toPolite.splice(0);

    atOther.offer();
    await passAll();

    expect([polite.signalingState, other.signalingState]).toEqual(["stable", "stable"]);
    expect(other.remoteDescription?.sdp).toBe("answer to offer 2 of other");
  });

  it("[CL13] pass over an answer that nobody waits for", async () => {
    const { other, atOther, passAll } = openPair();
    atOther.offer();
    await passAll();

    atOther.receive({ kind: "description", type: "answer", sdp: "late" });
    atOther.offer();
    await passAll();

    expect(other.remoteDescription?.sdp).toBe("answer to offer 2 of other");
  });

  it("[CL13] keep candidates until the description they belong to has come", async () => {
    const { polite, atPolite, atOther, toPolite, settle, passAll } = openPair();
    atPolite.receive(candidateNamed("early"));
    await settle();
    expect(polite.candidates).toEqual([]);

    atOther.offer();
    await passAll();
    atPolite.receive(candidateNamed("late"));
    await settle();

    expect(toPolite).toEqual([]);
    expect(polite.candidates).toEqual(["early", "late"]);
  });
});
