import { beforeEach, describe, expect, it } from "vitest";
import { makeCallKeys } from "#client/features/call/call-keys.ts";
import type { CallKeys } from "#client/features/call/call-keys.ts";
import { createFrameCipher } from "#client/features/call/frame-cipher.ts";
import type { CallTab, FrameCipher, SealedFrameKey } from "#client/features/call/frame-cipher.ts";
import type { FrameOrder } from "#client/features/call/frame-orders.ts";
import { createFrameSealing } from "#client/features/call/frame-sealing.ts";
import { safetyWordsOf } from "#client/features/call/safety-words.ts";
import { participantIdSchema } from "#shared/domain/ids.ts";
import { callPublicKeySchema, callSignalSchema } from "#shared/protocol/call-events.ts";

let nowMs = 0;
beforeEach(() => {
  nowMs = 0;
});

/** One tab with its cipher and what its worker does, without the worker. */
function openTab() {
  const sealing = createFrameSealing(() => nowMs);
  const orders: FrameOrder[] = [];
  const told: { to: CallTab; key: SealedFrameKey }[] = [];
  const worker = {
    postMessage(order: FrameOrder) {
      orders.push(order);
      if (order.kind === "use") sealing.use(order.keyNumber, order.frameKey, order.afterMs);
      if (order.kind === "learn") sealing.learn(order.from, order.keyNumber, order.frameKey);
      if (order.kind === "forget") sealing.forget(order.from);
      if (order.kind === "seal") sealing.setOn(order.isOn);
    },
    terminate: () => undefined,
  };
  const cipher = createFrameCipher({
    worker,
    nowMs: () => nowMs,
    onNewKey: (to, key) => told.push({ to, key }),
  });
  const tab = {
    participantId: participantIdSchema.parse(crypto.randomUUID()),
    tabId: crypto.randomUUID(),
  };
  const name = `${tab.participantId} ${tab.tabId}`;
  return { ...tab, name, cipher, sealing, orders, told };
}
type Tab = ReturnType<typeof openTab>;

const frame = Uint8Array.from({ length: 60 }, (_, index) => index).buffer;

/** The sender gives its key to the receiver, as signals do. */
async function give(from: Tab, to: Tab) {
  const key = await from.cipher.meet({ ...to, publicKey: await to.cipher.publicKey() });
  await to.cipher.learn(from, await from.cipher.publicKey(), key);
  return key;
}

async function canHear(listener: Tab, speaker: Tab): Promise<boolean> {
  const sealed = await speaker.sealing.seal("audio", frame);
  return sealed !== null && (await listener.sealing.open(speaker.name, "audio", sealed)) !== null;
}

describe("a frame key on its way", () => {
  let nadia: CallKeys;
  let callum: CallKeys;
  let helen: CallKeys;
  beforeEach(async () => {
    [nadia, callum, helen] = await Promise.all([makeCallKeys(), makeCallKeys(), makeCallKeys()]);
  });
  const secret = { keyNumber: 4, bytes: Uint8Array.from({ length: 36 }, (_, index) => index) };

  it("[CL26] opens for the one it was sealed for and for nobody else", async () => {
    const sealed = await nadia.sealFor(callum.publicKey, secret);

    expect(await callum.open(nadia.publicKey, 4, sealed)).toEqual(secret);
    expect(await helen.open(nadia.publicKey, 4, sealed)).toBeNull();
    expect(await nadia.open(callum.publicKey, 4, sealed)).toBeNull();
    expect(await callum.open(helen.publicKey, 4, sealed)).toBeNull();
  });

  it("[CL26] does not open under another number, changed, or as no key at all", async () => {
    const sealed = await nadia.sealFor(callum.publicKey, secret);
    const changed = `${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`;

    expect(await callum.open(nadia.publicKey, 5, sealed)).toBeNull();
    expect(await callum.open(nadia.publicKey, 4, changed)).toBeNull();
    expect(await callum.open(nadia.publicKey, 4, "AAAAAAAAAAAAAAAAAAAA")).toBeNull();
    expect(await callum.open("A".repeat(87), 4, sealed)).toBeNull();
    await expect(nadia.sealFor("A".repeat(87), secret)).rejects.toBeInstanceOf(Error);
  });

  it("[CL26] never looks the same twice, and fits the protocol", async () => {
    const [one, other] = await Promise.all([
      nadia.sealFor(callum.publicKey, secret),
      nadia.sealFor(callum.publicKey, secret),
    ]);

    expect(one).not.toBe(other);
    expect(callPublicKeySchema.parse(nadia.publicKey)).toBe(nadia.publicKey);
    const signal = { kind: "frame-key", keyNumber: 4, sealed: one };
    expect(callSignalSchema.parse(signal)).toEqual(signal);
  });
});

describe("the keys of a call", () => {
  it("[CL26] let two hear each other, and nobody who only passes everything on", async () => {
    const [nadia, callum, server] = [openTab(), openTab(), openTab()];

    const key = await give(nadia, callum);
    await give(callum, nadia);
    await server.cipher.learn(nadia, await nadia.cipher.publicKey(), key);

    expect(await canHear(callum, nadia)).toBe(true);
    expect(await canHear(nadia, callum)).toBe(true);
    expect(await canHear(server, nadia)).toBe(false);
    const given = nadia.orders.flatMap((order) =>
      order.kind === "use" ? [order.frameKey.key] : [],
    );
    expect(given.map(({ extractable }) => extractable)).toEqual([false]);
  });

  it("[CL27] are new when somebody comes: all hear on, and who came cannot read back", async () => {
    const [nadia, callum, helen] = [openTab(), openTab(), openTab()];
    await give(nadia, callum);
    const before = await nadia.sealing.seal("audio", frame);
    nowMs = 10_000;

    await give(nadia, helen);
    await expectTold(nadia, callum);

    for (const atMs of [10_000, 10_400, 10_600, 15_000]) {
      nowMs = atMs;
      expect(await canHear(callum, nadia), `after ${atMs} ms`).toBe(true);
    }
    expect(await canHear(helen, nadia)).toBe(true);
    expect(await helen.sealing.open(nadia.name, "audio", before ?? new ArrayBuffer(0))).toBeNull();
  });

  it("[CL27] are new when somebody leaves: the others hear on, who left does not", async () => {
    const [nadia, callum, helen] = [openTab(), openTab(), openTab()];
    await Promise.all([give(nadia, callum), give(nadia, helen)]);

    nadia.cipher.forget(helen.participantId, helen.tabId);
    await expectTold(nadia, callum);
    nowMs = 600;

    expect(await canHear(callum, nadia)).toBe(true);
    expect(await canHear(helen, nadia)).toBe(false);
    expect(nadia.told).toHaveLength(1);
  });

  it("[CL27] reach two who are met at once by one key, used from the first frame on", async () => {
    const [nadia, callum, helen] = [openTab(), openTab(), openTab()];

    const [one, other] = await Promise.all([give(nadia, callum), give(nadia, helen)]);

    expect(one.keyNumber).toBe(other.keyNumber);
    expect(await canHear(callum, nadia)).toBe(true);
    expect(await canHear(helen, nadia)).toBe(true);
  });

  it("[CL27] of a page loaded anew replace those it had before", async () => {
    const [before, callum] = [openTab(), openTab()];
    await give(before, callum);
    const { participantId, tabId, name } = before;
    const after = { ...openTab(), participantId, tabId, name };

    await give(after, callum);

    expect(await canHear(callum, after)).toBe(true);
    expect(await canHear(callum, before)).toBe(false);
  });

  async function expectTold(from: Tab, to: Tab) {
    await expect.poll(() => from.told.length).toBe(1);
    const [news] = from.told;
    expect(news?.to).toMatchObject({ participantId: to.participantId, tabId: to.tabId });
    if (news !== undefined) await to.cipher.learn(from, await from.cipher.publicKey(), news.key);
  }
});

describe("a safety code", () => {
  const keyOf = (cipher: FrameCipher) => cipher.publicKey();

  it("[CL28] is the same four words on both screens, and another with anybody in between", async () => {
    const [nadia, callum, between] = [openTab(), openTab(), openTab()];
    const [hers, his, theirs] = await Promise.all(
      [nadia, callum, between].map(({ cipher }) => keyOf(cipher)),
    );

    const onHerScreen = await nadia.cipher.safetyCode(his ?? "");
    const onHisScreen = await callum.cipher.safetyCode(hers ?? "");

    expect(onHerScreen).toHaveLength(4);
    expect(onHisScreen).toEqual(onHerScreen);
    expect(await nadia.cipher.safetyCode(theirs ?? "")).not.toEqual(onHerScreen);
  });

  it("[CL28] costs whoever looks for a second key with the same words many hashes a try", async () => {
    const startedAtMs = performance.now();

    await safetyWordsOf("one", "other");

    expect(performance.now() - startedAtMs).toBeGreaterThan(5);
  });
});
