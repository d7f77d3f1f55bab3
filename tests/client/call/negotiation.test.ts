import { describe, expect, it } from "vitest";
import { createNegotiation } from "#client/features/call/negotiation.ts";
import type { LineSignal, Negotiation } from "#client/features/call/negotiation.ts";
import { candidateNamed, StandInConnection } from "#tests/client/call/stand-in-connection.ts";

/** Two ends whose signals arrive only when they are let through. */
function openPair() {
  const offerer = new StandInConnection("one");
  const answerer = new StandInConnection("other");
  const toAnswerer: LineSignal[] = [];
  const toOfferer: LineSignal[] = [];
  const atOfferer: Negotiation = createNegotiation({
    connection: offerer,
    isOfferer: true,
    send: (signal) => toAnswerer.push(signal),
    onWanted: () => atOfferer.renew(),
  });
  const atAnswerer = createNegotiation({
    connection: answerer,
    isOfferer: false,
    send: (signal) => toOfferer.push(signal),
    onWanted: () => undefined,
  });
  const settle = () => Promise.all([atOfferer.settled(), atAnswerer.settled()]);
  const pass = (queue: LineSignal[], to: Negotiation) => {
    for (const signal of queue.splice(0)) to.receive(signal);
  };
  async function passAll() {
    await settle();
    while (toAnswerer.length + toOfferer.length > 0) {
      pass(toAnswerer, atAnswerer);
      pass(toOfferer, atOfferer);
      await settle();
    }
  }
  const expectAgreed = (offer: string) => {
    expect([offerer.signalingState, answerer.signalingState]).toEqual(["stable", "stable"]);
    expect(answerer.remoteDescription?.sdp).toBe(offer);
    expect(offerer.remoteDescription?.sdp).toBe(`answer to ${offer}`);
    expect([atOfferer.isOpen, atAnswerer.isOpen]).toEqual([false, false]);
  };
  return {
    offerer,
    answerer,
    atOfferer,
    atAnswerer,
    toAnswerer,
    toOfferer,
    settle,
    passAll,
    expectAgreed,
  };
}

describe("two ends that negotiate", () => {
  it("[CL13] agree when the one offers, or is asked to by the other", async () => {
    const { atOfferer, atAnswerer, passAll, expectAgreed } = openPair();

    atOfferer.renew();
    await passAll();
    expectAgreed("offer 1 of one");

    atAnswerer.renew();
    expect(atAnswerer.isOpen).toBe(true);
    await passAll();
    expectAgreed("offer 2 of one");
  });

  it("[CL13] agree when both want it at once, and no offer is ever taken back", async () => {
    const { answerer, atOfferer, atAnswerer, passAll, expectAgreed } = openPair();
    const states: string[] = [];
    answerer.onState = (state) => states.push(state);

    atAnswerer.renew();
    atOfferer.renew();
    await passAll();

    expectAgreed("offer 2 of one");
    expect(states).not.toContain("have-local-offer");
  });

  it("[CL13] agree after an offer, a wish or an answer was lost and is said again", async () => {
    const { atOfferer, atAnswerer, toAnswerer, toOfferer, settle, passAll, expectAgreed } =
      openPair();
    atOfferer.renew();
    await settle();
    toAnswerer.splice(0);
    expect(atOfferer.isOpen).toBe(true);
    atAnswerer.renew();
    toOfferer.splice(0);
    expect(atAnswerer.isOpen).toBe(true);

    atAnswerer.renew();
    await passAll();
    expectAgreed("offer 2 of one");

    atOfferer.renew();
    await settle();
    for (const signal of toAnswerer.splice(0)) atAnswerer.receive(signal);
    await settle();
    toOfferer.splice(0);
    atOfferer.renew();
    await passAll();
    expectAgreed("offer 4 of one");
  });

  it("[CL13] pass over an answer to an offer that was said again since, or that nobody waits for", async () => {
    const { offerer, atOfferer, atAnswerer, toAnswerer, toOfferer, settle, passAll, expectAgreed } =
      openPair();
    atOfferer.renew();
    await settle();
    for (const signal of toAnswerer.splice(0)) atAnswerer.receive(signal);
    await settle();
    atOfferer.renew(); // while the answer to the first is on its way
    await settle();
    for (const signal of toOfferer.splice(0)) atOfferer.receive(signal);
    await settle();
    expect(offerer.signalingState).toBe("have-local-offer");

    await passAll();
    expectAgreed("offer 2 of one");

    atOfferer.receive({ kind: "description", type: "answer", offerNumber: 2, sdp: "late" });
    atAnswerer.receive({ kind: "description", type: "answer", offerNumber: 2, sdp: "astray" });
    atOfferer.receive({ kind: "description", type: "offer", offerNumber: 9, sdp: "astray" });
    await passAll();
    expectAgreed("offer 2 of one");
  });

  it("[CL13] keep candidates until the description they belong to has come", async () => {
    const { answerer, atOfferer, atAnswerer, toAnswerer, settle, passAll } = openPair();
    atAnswerer.receive(candidateNamed("early"));
    await settle();
    expect(answerer.candidates).toEqual([]);

    atOfferer.renew();
    await passAll();
    atAnswerer.receive(candidateNamed("late"));
    await settle();

    expect(toAnswerer).toEqual([]);
    expect(answerer.candidates).toEqual(["early", "late"]);
  });
});
