import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, readdir, realpath, rm } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { Config } from "#server/config.ts";
import type { ClipId } from "#shared/domain/ids.ts";

/**
 * The tree of keys: one key file outside the data folder wraps one key per clip. Whoever has the data
 * folder alone has nothing, and forgetting a wrapped key makes its clip unreadable for good.
 */
export interface ClipKeys {
  /** A new key for one clip, and the wrapped form to be stored with it. */
  create(clipId: ClipId): { readonly key: Buffer; readonly wrappedKey: Buffer };
  /** The key again; throws when it was wrapped for another clip or by another key file. */
  unwrap(clipId: ClipId, wrappedKey: Uint8Array): Buffer;
}

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const wrapVersion = 1;
const fileStart = "sameframe-key-1:";

/** Wraps and unwraps with this key-encryption key (32 bytes). */
export function createClipKeys(keyOfKeys: Buffer): ClipKeys {
  return {
    create: (clipId) => {
      const key = randomBytes(keyBytes);
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", keyOfKeys, nonce);
      cipher.setAAD(Buffer.from(`${wrapVersion}|${clipId}`));
      const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
      return { key, wrappedKey: Buffer.concat([Buffer.of(wrapVersion), nonce, sealed]) };
    },
    unwrap: (clipId, wrappedKey) => {
      const wrapped = Buffer.from(wrappedKey);
      if (wrapped.length !== 1 + nonceBytes + keyBytes + tagBytes || wrapped[0] !== wrapVersion) {
        throw new Error("The key of a clip has a form this version does not know.");
      }
      const sealed = wrapped.subarray(1 + nonceBytes);
      const nonce = wrapped.subarray(1, 1 + nonceBytes);
      const decipher = createDecipheriv("aes-256-gcm", keyOfKeys, nonce, {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(`${wrapVersion}|${clipId}`));
      decipher.setAuthTag(sealed.subarray(keyBytes));
      return Buffer.concat([decipher.update(sealed.subarray(0, keyBytes)), decipher.final()]);
    },
  };
}

/** Where clips lie inside the data folder. */
export function clipFolder(config: Config): string {
  return join(resolve(config.DATA_DIR), "clips");
}

/**
 * Reads the key file, or makes it (readable by its owner only) when there is no clip yet. Refuses a key
 * file inside the data folder, and a missing one when clips exist that only it could open.
 */
export async function openClipKeys(config: Config): Promise<ClipKeys> {
  await mkdir(clipFolder(config), { recursive: true, mode: 0o700 });
  const keyFile = resolve(config.KEY_FILE ?? `${resolve(config.DATA_DIR)}.key`);
  await mkdir(dirname(keyFile), { recursive: true, mode: 0o700 });
  await refuseInsideDataFolder(keyFile, config.DATA_DIR);
  const found = await readKeyFile(keyFile);
  if (found !== null) return createClipKeys(found);
  if ((await readdir(clipFolder(config))).some((name) => name.endsWith(".clip"))) {
    throw new Error(
      `The key file ${keyFile} is missing, and the clips in ${config.DATA_DIR} cannot be opened without it. ` +
        "Put it back, or set KEY_FILE to where it is.",
    );
  }
  return createClipKeys(await makeKeyFile(keyFile));
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
