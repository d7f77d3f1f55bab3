import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { readConfig } from "#server/config.ts";
import type { Config } from "#server/config.ts";
import { openKeys } from "#server/media/keys.ts";
import type { Keys } from "#server/media/keys.ts";
import { stagingName } from "#server/media/staging.ts";
import { openStillFiles, stillFolder } from "#server/media/still-files.ts";
import type { StillFiles, StillOwner } from "#server/media/still-files.ts";
import { machineRandom } from "#server/start-server.ts";
import type { StoredClipFile } from "#server/storage/stores.ts";
import { observationIdSchema } from "#shared/domain/ids.ts";
import { newId } from "#tests/helpers/build-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

let config: Config;
let keys: Keys;
let files: StillFiles;
beforeEach(async () => {
  config = readConfig({ DATA_DIR: join(await temporaryFolder(), "data") });
  keys = await openKeys(config);
  files = await openStillFiles(config, machineRandom, keys);
});

const stored = () => readdir(stillFolder(config));
const newOwner = (): StillOwner => ({
  reviewId: newId.review(),
  observationId: observationIdSchema.parse(crypto.randomUUID()),
  clipId: newId.clip(),
});
/** Longer than one sealed chunk, so that their order counts. */
const picture = Buffer.concat(
  Array.from({ length: 5_000 }, (_, n) => Buffer.from(`row ${n} of it;`)),
);

/** What reading says of a file that is not this owner's as it was written. */
const unreadable = /unable to authenticate|does not begin/;

async function keep(owner: StillOwner): Promise<StoredClipFile> {
  const kept = await files.keep(owner, picture);
  if (!kept.ok) throw new Error(kept.reason);
  return kept.value;
}

it("[BD41] a kept picture comes back byte for byte, and its bytes on the disk say nothing", async () => {
  const owner = newOwner();

  const file = await keep(owner);

  expect((await files.read(owner, file, picture.length)).equals(picture)).toBe(true);
  const sealed = await readFile(join(stillFolder(config), file.fileName));
  expect(sealed.includes("of it;")).toBe(false);
  expect(await stored()).toEqual([file.fileName]);
});

it("[BD41] a picture opens as nobody else's, with no other key, and not when a bit of it was changed", async () => {
  const owner = newOwner();
  const file = await keep(owner);
  const other = await keep(newOwner());
  const read = (whose: StillOwner, which: StoredClipFile) =>
    files.read(whose, which, picture.length);

  await expect(read({ ...owner, observationId: newOwner().observationId }, file)).rejects.toThrow(
    unreadable,
  );
  await expect(read({ ...owner, reviewId: newId.review() }, file)).rejects.toThrow(unreadable);
  await expect(read({ ...owner, clipId: newId.clip() }, file)).rejects.toThrow(unreadable);
  await expect(read(owner, { ...file, wrappedKey: other.wrappedKey })).rejects.toThrow(unreadable);
  await expect(read(owner, { ...file, fileName: other.fileName })).rejects.toThrow(unreadable);

  const path = join(stillFolder(config), file.fileName);
  const sealed = await readFile(path);
  sealed[sealed.length - 100] = (sealed[sealed.length - 100] ?? 0) ^ 1;
  await writeFile(path, sealed);
  await expect(read(owner, file)).rejects.toThrow(unreadable);
});

it("[BD42] what a crash left half done is gone at the next start: staged bytes, and files that no moment names", async () => {
  const named = await keep(newOwner());
  const orphan = await keep(newOwner());
  await writeFile(join(stillFolder(config), stagingName(machineRandom.uuid())), "half a picture");

  const again = await openStillFiles(config, machineRandom, keys);
  const swept = await again.sweep(new Set([named.fileName]));

  expect(swept).toBe(1);
  expect(await stored()).toEqual([named.fileName]);
  expect(orphan.fileName).not.toBe(named.fileName);
});
