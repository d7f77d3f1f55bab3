import { hkdfSync, randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, readdir, realpath, rm } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { Config } from "#server/config.ts";
import { openBytes, sealBytes } from "./seal.ts";

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
  /** A key of keys for one kind of thing (32 bytes): for a thread that is to open nothing else. */
  branch(kind: string): Buffer;
}

const keyBytes = 32;
const fileStart = "sameframe-key-1:";

/** The tree under this key-encryption key (32 bytes). */
export function createKeys(keyOfKeys: Buffer): Keys {
  const branch = (kind: string) =>
    Buffer.from(hkdfSync("sha256", keyOfKeys, Buffer.alloc(0), `sameframe ${kind} 1`, keyBytes));
  const recordKey = branch("records");
  return {
    create: (label) => {
      const key = randomBytes(keyBytes);
      return { key, wrappedKey: sealBytes(keyOfKeys, label, key) };
    },
    unwrap: (label, wrappedKey) => {
      const key = openBytes(keyOfKeys, label, wrappedKey);
      if (key.length !== keyBytes) throw new Error("What was wrapped is not a key.");
      return key;
    },
    seal: (label, plain) => sealBytes(recordKey, label, plain),
    open: (label, sealed) => openBytes(recordKey, label, sealed),
    branch,
  };
}

/** Where clips lie inside the data folder. */
export function clipFolder(config: Config): string {
  return join(resolve(config.DATA_DIR), "clips");
}

/**
 * Reads the key file, or makes it (readable by its owner only) when nothing is sealed yet. Refuses a key
 * file inside the data folder, and a missing one when clips or records exist that only it could open.
 */
export async function openKeys(config: Config, hasSealedRecords = false): Promise<Keys> {
  await mkdir(clipFolder(config), { recursive: true, mode: 0o700 });
  const keyFile = resolve(config.KEY_FILE ?? `${resolve(config.DATA_DIR)}.key`);
  await mkdir(dirname(keyFile), { recursive: true, mode: 0o700 });
  await refuseInsideDataFolder(keyFile, config.DATA_DIR);
  const found = await readKeyFile(keyFile);
  if (found !== null) return createKeys(found);
  const hasClips = (await readdir(clipFolder(config))).some((name) => name.endsWith(".clip"));
  if (hasClips || hasSealedRecords) {
    throw new Error(
      `The key file ${keyFile} is missing, and the clips and boards in ${config.DATA_DIR} cannot be opened ` +
        "without it. Put it back, or set KEY_FILE to where it is.",
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
