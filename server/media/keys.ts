import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, readdir, realpath, rm } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { Config } from "#server/config.ts";

/**
 * The tree of keys: one key file outside the data folder wraps one key for each clip, still and board, and
 * seals small records. Whoever has the data folder alone has nothing, and forgetting a wrapped key makes
 * what it sealed unreadable for good.
 */
export interface Keys {
  /** A new key for one thing, and the wrapped form to be stored with it. The label says whose it is. */
  create(label: string): { readonly key: Buffer; readonly wrappedKey: Buffer };
  /** The key again; throws when it was wrapped under another label or by another key file. */
  unwrap(label: string, wrappedKey: Uint8Array): Buffer;
  /** Seals a record of a few kilobytes under its label. */
  seal(label: string, plain: Uint8Array): Buffer;
  /** The record again; throws when a bit of it, its label or the key file is not the right one. */
  open(label: string, sealed: Uint8Array): Buffer;
}

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const sealVersion = 1;
const fileStart = "sameframe-key-1:";

/** The tree under this key-encryption key (32 bytes). */
export function createKeys(keyOfKeys: Buffer): Keys {
  const recordKey = Buffer.from(
    hkdfSync("sha256", keyOfKeys, Buffer.alloc(0), "sameframe records 1", keyBytes),
  );
  return {
    create: (label) => {
      const key = randomBytes(keyBytes);
      return { key, wrappedKey: sealBytes(keyOfKeys, label, key) };
    },
    unwrap: (label, wrappedKey) => {
      if (wrappedKey.length !== 1 + nonceBytes + keyBytes + tagBytes) throw unknownForm();
      return openBytes(keyOfKeys, label, wrappedKey);
    },
    seal: (label, plain) => sealBytes(recordKey, label, plain),
    open: (label, sealed) => openBytes(recordKey, label, sealed),
  };
}

/** AES-256-GCM: a version, a random nonce, then the sealed bytes and their tag. The label is authenticated. */
function sealBytes(key: Buffer, label: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(`${sealVersion}|${label}`));
  const sealed = [cipher.update(plain), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([Buffer.of(sealVersion), nonce, ...sealed]);
}

function openBytes(key: Buffer, label: string, sealedBytes: Uint8Array): Buffer {
  const sealed = Buffer.from(sealedBytes);
  if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== sealVersion) throw unknownForm();
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(`${sealVersion}|${label}`));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([
    decipher.update(sealed.subarray(1 + nonceBytes, -tagBytes)),
    decipher.final(),
  ]);
}

const unknownForm = () => new Error("A sealed key or record has a form this version does not know.");

/** Where clips lie inside the data folder. */
export function clipFolder(config: Config): string {
  return join(resolve(config.DATA_DIR), "clips");
}

/**
 * Reads the key file, or makes it (readable by its owner only) when there is no clip yet. Refuses a key
 * file inside the data folder, and a missing one when clips exist that only it could open.
 */
export async function openKeys(config: Config): Promise<Keys> {
  await mkdir(clipFolder(config), { recursive: true, mode: 0o700 });
  const keyFile = resolve(config.KEY_FILE ?? `${resolve(config.DATA_DIR)}.key`);
  await mkdir(dirname(keyFile), { recursive: true, mode: 0o700 });
  await refuseInsideDataFolder(keyFile, config.DATA_DIR);
  const found = await readKeyFile(keyFile);
  if (found !== null) return createKeys(found);
  if ((await readdir(clipFolder(config))).some((name) => name.endsWith(".clip"))) {
    throw new Error(
      `The key file ${keyFile} is missing, and the clips in ${config.DATA_DIR} cannot be opened without it. ` +
        "Put it back, or set KEY_FILE to where it is.",
    );
  }
  return createKeys(await makeKeyFile(keyFile));
}

async function refuseInsideDataFolder(keyFile: string, dataDir: string): Promise<void> {
  const real = join(await realpath(dirname(keyFile)), "key");
  const inside = relative(await realpath(dataDir), real);
  if (inside === "" || (!inside.startsWith("..") && !isAbsolute(inside))) {
    throw new Error(
      `KEY_FILE must lie outside DATA_DIR, so that a copy of the data folder opens no clip. It is ${keyFile} now.`,
    );
  }
}

async function readKeyFile(keyFile: string): Promise<Buffer | null> {
  const text = await readFile(keyFile, "utf8").catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (text === null) return null;
  const key = Buffer.from(text.trim().slice(fileStart.length), "base64url");
  if (!text.startsWith(fileStart) || key.length !== keyBytes) {
    throw new Error(`The key file ${keyFile} is damaged: it does not hold a key of SameFrame.`);
  }
  return key;
}

/** Written aside and linked into place, so that two first starts at once agree on one key. */
async function makeKeyFile(keyFile: string): Promise<Buffer> {
  const aside = `${keyFile}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const file = await open(aside, "wx", 0o600);
  try {
    await file.writeFile(`${fileStart}${randomBytes(keyBytes).toString("base64url")}\n`);
    await file.sync();
    await link(aside, keyFile).catch((error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    });
  } finally {
    await file.close();
    await rm(aside, { force: true });
  }
  const key = await readKeyFile(keyFile);
  if (key === null) throw new Error(`The key file ${keyFile} could not be made.`);
  return key;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
