import type { FrameCipher } from "./frame-cipher.ts";

/** The safety codes of those in the call, each made once. */
export interface SafetyCodes {
  /** Null while there is none, or while it is being made. */
  of(publicKey: string | null): readonly string[] | null;
}

/** `onChange`: a code has been made. */
export function createSafetyCodes(
  cipher: Pick<FrameCipher, "isSupported" | "safetyCode">,
  onChange: () => void,
): SafetyCodes {
  const codes = new Map<string, readonly string[] | null>();

  async function make(publicKey: string) {
    codes.set(publicKey, null);
    // Of a public key that is none there is no code.
    codes.set(publicKey, await cipher.safetyCode(publicKey).catch(() => null));
    onChange();
  }

  return {
    of(publicKey) {
      if (publicKey === null || !cipher.isSupported) return null;
      if (!codes.has(publicKey)) void make(publicKey);
      return codes.get(publicKey) ?? null;
    },
  };
}
