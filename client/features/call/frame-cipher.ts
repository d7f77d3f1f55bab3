import { makeWorker } from "#client/lib/make-worker.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import { frameSecretBytes, makeCallKeys } from "./call-keys.ts";
import type { FrameSecret } from "./call-keys.ts";
import type { FrameKey } from "./frame-format.ts";
import type { FrameOrder, FrameSide } from "./frame-orders.ts";
// oxlint-disable-next-line import/default -- Vite makes the address of the built worker
import workerAddress from "./frame-worker.ts?worker&url";
import { safetyWordsOf } from "./safety-words.ts";

/** One tab of somebody in the call. */
export interface CallTab {
  readonly participantId: ParticipantId;
  readonly tabId: string;
}

/** A frame key sealed for one receiver, as a `frame-key` signal carries it. */
export interface SealedFrameKey {
  readonly keyNumber: number;
  readonly sealed: string;
}

/**
 * Seals everything this tab sends and opens everything it receives, so that whoever passes frames on reads
 * nothing. Whoever comes or goes brings a new key: who came cannot read back, who left cannot read on.
 */
export interface FrameCipher {
  /** This browser can seal and open frames; without it nothing below may be used. */
  readonly isSupported: boolean;
  publicKey(): Promise<string>;
  /** Before the first frame. All own senders share one key. */
  sealSender(sender: RTCRtpSender): void;
  /** Before the first frame. A frame that cannot be opened is dropped, never passed on. */
  openReceiver(receiver: RTCRtpReceiver, from: CallTab): void;
  /**
   * What to send to somebody in the call so that they can open this tab's frames; asked again, the present
   * key again. For somebody new all others need a new key too: they get theirs by `onNewKey`, or by being
   * met again. Rejects for a public key that is none.
   */
  meet(member: CallTab & { readonly publicKey: string }): Promise<SealedFrameKey>;
  /** Takes a sender's key; one that does not open leaves their frames closed. */
  learn(from: CallTab, publicKey: string, key: SealedFrameKey): Promise<void>;
  /** Somebody left: their frames stay closed, and the others get a new key by `onNewKey`. */
  forget(participantId: ParticipantId, tabId: string): void;
  /** Off while somebody in the call has no public key and all share one stream: then frames go as they are. */
  setSealing(isOn: boolean): void;
  /** Four words that stand on both screens when nobody listens in between. */
  safetyCode(publicKey: string): Promise<readonly string[]>;
  close(): void;
}

/** How the cipher says that somebody already met needs a new key. */
export interface FrameCipherParts {
  readonly onNewKey?: (to: CallTab, key: SealedFrameKey) => void;
  /** The frame worker and the clock; others only in tests. */
  readonly worker?: Pick<Worker, "postMessage" | "terminate">;
  readonly nowMs?: () => number;
}

/** Those who are met within this share a key, so that all who come at once hear from the first frame on. */
const sameTimeMs = 1_000;

/** A new key is used once the others have had time to get it; their older one opens for longer. */
const newKeyAfterMs = 500;

type MetTab = CallTab & { readonly publicKey: string };

/** The frame cipher of one tab in one call. */
export function createFrameCipher(parts: FrameCipherParts = {}): FrameCipher {
  const { nowMs = () => performance.now() } = parts;
  const isSupported = parts.worker !== undefined || canSeal();
  const worker = parts.worker ?? (isSupported ? makeWorker(workerAddress) : null);
  const ownKeys = isSupported ? makeCallKeys() : null;
  const met = new Map<string, MetTab>();
  const publicKeysHeard = new Map<string, string>();
  let current = drawSecret(randomBytes(1)[0] ?? 0);
  /** When somebody was first given the present key: whoever comes later needs a new one. */
  let givenAtMs: number | null = null;
  let lastUse: Promise<void> = Promise.resolve();

  const order = (one: FrameOrder) => worker?.postMessage(one);
  const keys = () => ownKeys ?? Promise.reject(new Error("This browser seals no frames."));

  function sealByCurrent(afterMs: number) {
    const { keyNumber } = current;
    const ready = Promise.all([frameKeyOf(current, "encrypt"), lastUse]);
    lastUse = ready.then(([frameKey]) => order({ kind: "use", keyNumber, frameKey, afterMs }));
  }

  function rotate() {
    current = drawSecret((current.keyNumber + 1) & 255);
    givenAtMs = null;
    sealByCurrent(met.size > 0 ? newKeyAfterMs : 0);
    if (parts.onNewKey === undefined) return;
    for (const member of met.values()) {
      void presentKeyFor(member.publicKey).then((key) => parts.onNewKey?.(member, key));
    }
  }

  async function presentKeyFor(publicKey: string): Promise<SealedFrameKey> {
    const own = await keys();
    givenAtMs ??= nowMs();
    const secret = current;
    return { keyNumber: secret.keyNumber, sealed: await own.sealFor(publicKey, secret) };
  }

  const transform = (side: FrameSide) =>
    worker instanceof Worker ? new RTCRtpScriptTransform(worker, side) : null;

  if (isSupported) sealByCurrent(0);
  return {
    isSupported,
    publicKey: async () => (await keys()).publicKey,
    sealSender: (sender) => {
      sender.transform = transform({ side: "seal" });
    },
    openReceiver: (receiver, from) => {
      receiver.transform = transform({ side: "open", from: nameOf(from) });
    },
    meet(member) {
      const name = nameOf(member);
      if (met.get(name)?.publicKey !== member.publicKey) {
        met.delete(name);
        if (givenAtMs !== null && nowMs() - givenAtMs >= sameTimeMs) rotate();
        met.set(name, member);
      }
      return presentKeyFor(member.publicKey);
    },
    async learn(from, publicKey, { keyNumber, sealed }) {
      const secret = await (await keys()).open(publicKey, keyNumber, sealed);
      if (secret === null) return;
      const frameKey = await frameKeyOf(secret, "decrypt");
      const name = nameOf(from);
      // A page loaded anew has new keys under numbers of its own.
      if (publicKeysHeard.get(name) !== publicKey) order({ kind: "forget", from: name });
      publicKeysHeard.set(name, publicKey);
      order({ kind: "learn", from: name, keyNumber, frameKey });
    },
    forget(participantId, tabId) {
      const name = nameOf({ participantId, tabId });
      order({ kind: "forget", from: name });
      publicKeysHeard.delete(name);
      if (met.delete(name)) rotate();
    },
    setSealing: (isOn) => order({ kind: "seal", isOn }),
    safetyCode: async (publicKey) => safetyWordsOf((await keys()).publicKey, publicKey),
    close: () => worker?.terminate(),
  };
}

function canSeal(): boolean {
  return "RTCRtpScriptTransform" in globalThis && globalThis.isSecureContext;
}

function nameOf({ participantId, tabId }: CallTab): string {
  return `${participantId} ${tabId}`;
}

function drawSecret(keyNumber: number): FrameSecret {
  return { keyNumber, bytes: randomBytes(frameSecretBytes.key + frameSecretBytes.salt) };
}

function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}

async function frameKeyOf({ bytes }: FrameSecret, usage: "encrypt" | "decrypt"): Promise<FrameKey> {
  const raw = bytes.subarray(0, frameSecretBytes.key);
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, [usage]);
  return { key, salt: bytes.slice(frameSecretBytes.key) };
}
