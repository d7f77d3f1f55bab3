import { isSealed, openFrame, sealFrame } from "./frame-format.ts";
import type { FrameKey, FrameKind } from "./frame-format.ts";

/** How long an older key of a sender still opens: what was under way when the new one came. */
export const oldKeyOpensMs = 3_000;

/** Own keys and everybody else's, and the sealing and opening with them; the core of the frame worker. */
export interface FrameSealing {
  /** Seals with this key from `afterMs` on; at once while there is none yet. */
  use(keyNumber: number, frameKey: FrameKey, afterMs: number): void;
  /** Takes a sender's key; their older ones open for 3 s more. */
  learn(from: string, keyNumber: number, frameKey: FrameKey): void;
  /** Opens nothing more of this sender. */
  forget(from: string): void;
  /** Off: somebody in the call can open nothing, so frames go as they are and are taken as they come. */
  setOn(isOn: boolean): void;
  /** The frame to send, or null while there is no key: then nothing is sent. */
  seal(kind: FrameKind, frame: ArrayBuffer): Promise<ArrayBuffer | null>;
  /** The frame to play, or null for one that cannot be opened. */
  open(from: string, kind: FrameKind, frame: ArrayBuffer): Promise<ArrayBuffer | null>;
}

interface OwnKey {
  readonly keyNumber: number;
  readonly frameKey: FrameKey;
  readonly fromMs: number;
  /** How many frames it has sealed. Own senders share it, so that no counter comes twice. */
  counter: number;
}

interface LearntKey {
  readonly frameKey: FrameKey;
  endsAtMs: number;
}

/** What one sender's frames are opened with. */
interface Ring {
  newest: number;
  readonly keys: Map<number, LearntKey>;
}

/** The state of one tab's sealing; `nowMs` is any clock that only goes forward. */
export function createFrameSealing(nowMs: () => number): FrameSealing {
  let isOn = true;
  let own: readonly OwnKey[] = [];
  const rings = new Map<string, Ring>();

  function presentKey(): OwnKey | undefined {
    const current = own.findLast(({ fromMs }) => fromMs <= nowMs());
    if (current !== undefined) own = own.slice(own.indexOf(current));
    return current;
  }

  function keyOf(from: string, keyNumber: number): FrameKey | null {
    const learnt = rings.get(from)?.keys.get(keyNumber);
    return learnt !== undefined && nowMs() < learnt.endsAtMs ? learnt.frameKey : null;
  }

  return {
    use(keyNumber, frameKey, afterMs) {
      const fromMs = own.length === 0 ? nowMs() : nowMs() + afterMs;
      own = [...own, { keyNumber, frameKey, fromMs, counter: 0 }];
    },
    learn(from, keyNumber, frameKey) {
      const ring = rings.get(from) ?? { newest: keyNumber, keys: new Map<number, LearntKey>() };
      rings.set(from, ring);
      if (isNewer(keyNumber, ring.newest)) ring.newest = keyNumber;
      ring.keys.set(keyNumber, { frameKey, endsAtMs: Infinity });
      for (const [number, learnt] of ring.keys) {
        if (learnt.endsAtMs <= nowMs()) ring.keys.delete(number);
        else if (number !== ring.newest) {
          learnt.endsAtMs = Math.min(learnt.endsAtMs, nowMs() + oldKeyOpensMs);
        }
      }
    },
    forget: (from) => void rings.delete(from),
    setOn: (wanted) => {
      isOn = wanted;
    },
    async seal(kind, frame) {
      if (!isOn) return frame;
      const key = presentKey();
      if (key === undefined) return null;
      const { keyNumber, frameKey, counter } = key;
      key.counter += 1;
      return sealFrame(kind, new Uint8Array(frame), frameKey, { keyNumber, counter });
    },
    async open(from, kind, frame) {
      const bytes = new Uint8Array(frame);
      if (!isOn && !isSealed(bytes)) return frame;
      return openFrame(kind, bytes, (keyNumber) => keyOf(from, keyNumber));
    },
  };
}

/** Key numbers count up from anywhere and begin again at 0 after 255. */
function isNewer(keyNumber: number, than: number): boolean {
  const ahead = (keyNumber - than) & 255;
  return ahead > 0 && ahead < 128;
}
