import { beforeEach, describe, expect, it } from "vitest";
import type { FrameKey } from "#client/features/call/frame-format.ts";
import { createFrameSealing, oldKeyOpensMs } from "#client/features/call/frame-sealing.ts";

let nowMs = 0;
beforeEach(() => {
  nowMs = 0;
});

/** A key as its sender and as its receivers hold it. */
async function drawKey(): Promise<{ sending: FrameKey; receiving: FrameKey }> {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const salt = crypto.getRandomValues(new Uint8Array(4));
  const keyFor = async (usage: KeyUsage): Promise<FrameKey> => {
    const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, [usage]);
    return { key, salt };
  };
  return { sending: await keyFor("encrypt"), receiving: await keyFor("decrypt") };
}

/** A sender and a receiver with one key between them. */
async function pair() {
  const sender = createFrameSealing(() => nowMs);
  const receiver = createFrameSealing(() => nowMs);
  const key = await drawKey();
  sender.use(7, key.sending, 0);
  receiver.learn("nadia", 7, key.receiving);
  return { sender, receiver, key };
}

function frameOf(...bytes: number[]): ArrayBuffer {
  return Uint8Array.from({ length: 200 }, (_, index) => bytes[index] ?? index % 251).buffer;
}
async function sealed(
  sealing: { seal: ReturnType<typeof createFrameSealing>["seal"] },
  frame: ArrayBuffer,
) {
  const whole = await sealing.seal("video", frame);
  if (whole === null) throw new Error("nothing was sealed");
  return whole;
}

describe("a frame", () => {
  it.each([
    ["audio", frameOf(120), 1],
    ["video", frameOf(0b10), 10],
    ["video", frameOf(0b11), 3],
    ["audio", Uint8Array.of(9).buffer, 1],
    ["video", Uint8Array.of(0, 5).buffer, 2],
    ["audio", new ArrayBuffer(0), 0],
  ] as const)(
    "[CL25] of %s arrives as it was, and only what packets need can be read on its way",
    async (kind, frame, clearBytes) => {
      const { sender, receiver } = await pair();

      const whole = await sender.seal(kind, frame);
      const opened = await receiver.open("nadia", kind, whole ?? new ArrayBuffer(0));

      expect(opened).toEqual(frame);
      const before = new Uint8Array(frame);
      const onItsWay = new Uint8Array(whole ?? new ArrayBuffer(0));
      const sealedRest = onItsWay.subarray(clearBytes, before.length);
      expect(onItsWay.subarray(0, clearBytes)).toEqual(before.subarray(0, clearBytes));
      expect(
        sealedRest.length > 8 && sealedRest.join() === before.subarray(clearBytes).join(),
      ).toBe(false);
    },
  );

  it("[CL25] that was changed anywhere on its way is dropped", async () => {
    const { sender, receiver } = await pair();
    const whole = await sealed(sender, frameOf(0));

    for (const at of [0, 4, 9, 10, 100, 209, 215, 220, 227]) {
      const changed = new Uint8Array(whole.slice(0));
      changed[at] = (changed[at] ?? 0) ^ 0x80;
      expect(await receiver.open("nadia", "video", changed.buffer)).toBeNull();
    }
    expect(await receiver.open("nadia", "video", whole)).not.toBeNull();
  });

  it("[CL25] that is not sealed, too short, or somebody else's is dropped", async () => {
    const { sender, receiver } = await pair();
    const whole = await sealed(sender, frameOf(1));

    expect(await receiver.open("nadia", "video", frameOf(1))).toBeNull();
    expect(await receiver.open("nadia", "video", whole.slice(whole.byteLength - 20))).toBeNull();
    expect(await receiver.open("nadia", "video", new ArrayBuffer(0))).toBeNull();
    expect(await receiver.open("callum", "video", whole)).toBeNull();
  });

  it("[CL25] never has the counter of another one, whichever track it belongs to", async () => {
    const { sender } = await pair();

    const many = await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        sender.seal(index % 3 ? "audio" : "video", frameOf(1)),
      ),
    );

    const trailers = many.map((whole) =>
      Buffer.from(whole ?? new ArrayBuffer(0))
        .subarray(-12)
        .toString("hex"),
    );
    expect(new Set(trailers).size).toBe(300);
  });

  it("[CL25] is not sent before there is a key", async () => {
    const sender = createFrameSealing(() => nowMs);

    expect(await sender.seal("audio", frameOf(1))).toBeNull();
  });

  it("[CL25] goes as it is only while sealing is off, and a sealed one is opened all the same", async () => {
    const { sender, receiver } = await pair();
    const whole = await sealed(sender, frameOf(1));

    for (const side of [sender, receiver]) side.setOn(false);
    const plain = await sender.seal("audio", frameOf(1));

    expect(plain).toEqual(frameOf(1));
    expect(await receiver.open("nadia", "audio", frameOf(1))).toEqual(frameOf(1));
    expect(await receiver.open("nadia", "video", whole)).toEqual(frameOf(1));
    receiver.setOn(true);
    expect(await receiver.open("nadia", "audio", frameOf(1))).toBeNull();
  });
});

describe("a new key", () => {
  it("[CL27] is used from its time on, and the old one opens for 3 s more", async () => {
    const { sender, receiver } = await pair();
    const next = await drawKey();
    sender.use(8, next.sending, 500);
    receiver.learn("nadia", 8, next.receiving);

    const early = await sealed(sender, frameOf(1));
    nowMs = 600;
    const late = await sealed(sender, frameOf(1));

    expect(Buffer.from(early).at(-4)).toBe(7);
    expect(Buffer.from(late).at(-4)).toBe(8);
    nowMs = oldKeyOpensMs - 1;
    expect(await receiver.open("nadia", "video", early)).not.toBeNull();
    nowMs = oldKeyOpensMs;
    expect(await receiver.open("nadia", "video", early)).toBeNull();
    expect(await receiver.open("nadia", "video", late)).not.toBeNull();
  });

  it("[CL27] goes before an older one that came late, past number 255 too", async () => {
    const sender = createFrameSealing(() => nowMs);
    const receiver = createFrameSealing(() => nowMs);
    const keys = await Promise.all([drawKey(), drawKey()]);
    sender.use(0, keys[1].sending, 0);
    receiver.learn("nadia", 0, keys[1].receiving);
    receiver.learn("nadia", 255, keys[0].receiving);

    nowMs = 60_000;

    expect(await receiver.open("nadia", "video", await sealed(sender, frameOf(1)))).not.toBeNull();
  });

  it("[CL27] opens nothing more once its sender is forgotten", async () => {
    const { sender, receiver } = await pair();
    const whole = await sealed(sender, frameOf(1));

    receiver.forget("nadia");

    expect(await receiver.open("nadia", "video", whole)).toBeNull();
  });
});
