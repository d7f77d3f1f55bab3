import { fromBase64Url, toBase64Url } from "#client/lib/base64url.ts";

/**
 * The keys of one page load for one call. What is said to somebody is sealed under what both public keys
 * agree on (P-256), one key for each direction; the private key never leaves the browser's own store.
 */
export interface CallKeys {
  /** P-256, uncompressed, base64url. */
  readonly publicKey: string;
  /** Seals the secret of a frame key for one receiver. Throws for a public key that is none. */
  sealFor(publicKey: string, secret: FrameSecret): Promise<string>;
  /** The secret that this sender sealed under that number; null when it does not open. */
  open(publicKey: string, keyNumber: number, sealed: string): Promise<FrameSecret | null>;
}

/** A frame key before it is one: 32 bytes of key and 4 of salt. */
export interface FrameSecret {
  /** 0-255. */
  readonly keyNumber: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** How many bytes a frame's key and its salt take. */
export const frameSecretBytes = { key: 32, salt: 4 } as const;

const curve = { name: "ECDH", namedCurve: "P-256" } as const;
const vectorBytes = 12;
const encoded = (text: string) => new TextEncoder().encode(text);

/** Makes the keys of this page load. */
export async function makeCallKeys(): Promise<CallKeys> {
  const pair = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const publicKey = toBase64Url(
    new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)),
  );

  async function keyBetween(other: string, direction: string, usage: "encrypt" | "decrypt") {
    const theirs = await crypto.subtle.importKey("raw", fromBase64Url(other), curve, true, []);
    const agreed = await crypto.subtle.deriveBits(
      { name: "ECDH", public: theirs },
      pair.privateKey,
      256,
    );
    const root = await crypto.subtle.importKey("raw", agreed, "HKDF", false, ["deriveKey"]);
    const info = encoded(`sameframe frame key 1 ${direction}`);
    return crypto.subtle.deriveKey(
      { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info },
      root,
      { name: "AES-GCM", length: 256 },
      false,
      [usage],
    );
  }

  return {
    publicKey,
    async sealFor(other, { keyNumber, bytes }) {
      const key = await keyBetween(other, `${publicKey} ${other}`, "encrypt");
      const iv = crypto.getRandomValues(new Uint8Array(vectorBytes));
      const additionalData = Uint8Array.of(keyNumber);
      const sealed = await crypto.subtle.encrypt(
        { name: "AES-GCM", iv, additionalData },
        key,
        bytes,
      );
      return toBase64Url(Uint8Array.from([...iv, ...new Uint8Array(sealed)]));
    },
    async open(other, keyNumber, sealed) {
      try {
        const key = await keyBetween(other, `${other} ${publicKey}`, "decrypt");
        const whole = fromBase64Url(sealed);
        const iv = whole.subarray(0, vectorBytes);
        const additionalData = Uint8Array.of(keyNumber);
        const bytes = new Uint8Array(
          await crypto.subtle.decrypt(
            { name: "AES-GCM", iv, additionalData },
            key,
            whole.subarray(vectorBytes),
          ),
        );
        const isWhole = bytes.length === frameSecretBytes.key + frameSecretBytes.salt;
        return isWhole ? { keyNumber, bytes } : null;
      } catch {
        return null; // sealed by another, for another, or changed on its way
      }
    },
  };
}
