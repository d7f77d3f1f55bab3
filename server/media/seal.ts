import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const nonceBytes = 12;
const tagBytes = 16;
const sealVersion = 1;
const leastBytes = 1 + nonceBytes + tagBytes;

/** AES-256-GCM: a version, a random nonce, then the sealed bytes and their tag. The label is authenticated. */
export function sealBytes(key: Buffer, label: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(`${sealVersion}|${label}`));
  const sealed = [cipher.update(plain), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([Buffer.of(sealVersion), nonce, ...sealed]);
}

/** The bytes again; throws when a bit of them, the label or the key is not the right one. */
export function openBytes(key: Buffer, label: string, sealedBytes: Uint8Array): Buffer {
  const sealed = Buffer.from(sealedBytes);
  if (sealed.length < leastBytes || sealed[0] !== sealVersion) {
    throw new Error("A sealed key or record has a form this version does not know.");
  }
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(`${sealVersion}|${label}`));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([
    decipher.update(sealed.subarray(1 + nonceBytes, -tagBytes)),
    decipher.final(),
  ]);
}
