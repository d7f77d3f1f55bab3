import type { CallMember, CallSignal } from "#shared/protocol/call-events.ts";
import type { CallTab, FrameCipher, SealedFrameKey } from "./frame-cipher.ts";

/** Gives everybody in the call the key to what this tab sends. */
export interface KeyExchange {
  /** Whoever is new gets the key; whoever has gone can read nothing from then on. */
  setPeople(people: readonly CallMember[]): void;
  /** A key made anew for somebody. */
  deliver(to: CallTab, key: SealedFrameKey): void;
  /** Tries again what has not reached somebody. */
  retry(): void;
}

interface Given {
  readonly to: CallTab & { readonly publicKey: string };
  isDelivered: boolean;
}

/** `signal` answers whether the other tab was reached. */
export function createKeyExchange(parts: {
  readonly cipher: Pick<FrameCipher, "isSupported" | "meet" | "forget">;
  readonly signal: (to: CallTab, signal: CallSignal) => Promise<boolean>;
}): KeyExchange {
  const { cipher, signal } = parts;
  const given = new Map<string, Given>();

  async function give(one: Given) {
    one.isDelivered = true; // unless it turns out otherwise
    // Whose public key is none gets no key, and hears nothing.
    const key = await cipher.meet(one.to).catch(() => null);
    if (key !== null) await send(one, key);
  }

  async function send(one: Given, key: SealedFrameKey) {
    one.isDelivered = await signal(one.to, { kind: "frame-key", ...key });
  }

  return {
    setPeople(people) {
      if (!cipher.isSupported) return;
      for (const [tabId, { to }] of given) {
        if (people.some((person) => person.tabId === tabId)) continue;
        given.delete(tabId);
        cipher.forget(to.participantId, tabId);
      }
      for (const { participantId, tabId, publicKey } of people) {
        if (publicKey === null || given.has(tabId)) continue;
        const one = { to: { participantId, tabId, publicKey }, isDelivered: false };
        given.set(tabId, one);
        void give(one);
      }
    },
    deliver({ tabId }, key) {
      const one = given.get(tabId);
      if (one !== undefined) void send(one, key);
    },
    retry() {
      for (const one of given.values()) if (!one.isDelivered) void give(one);
    },
  };
}
