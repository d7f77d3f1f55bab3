import { mkdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { readConfig } from "#server/config.ts";
import { clipFolder, createKeys, openKeys } from "#server/media/keys.ts";
import { newId } from "#tests/helpers/build-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const configWith = (keyFile?: string) =>
  readConfig({
    DATA_DIR: join(folder, "data"),
    ...(keyFile === undefined ? {} : { KEY_FILE: keyFile }),
  });

it("[MD8] the key file is made beside the data folder, readable by its owner only", async () => {
  await openKeys(configWith());

  expect((await stat(join(folder, "data.key"))).mode & 0o777).toBe(0o600);
});

it("[MD8] a clip's key is the same after a restart, and another key file does not open it", async () => {
  const clipId = newId.clip();
  const { key, wrappedKey } = (await openKeys(configWith())).create(clipId);

  const again = (await openKeys(configWith())).unwrap(clipId, wrappedKey);
  const other = await openKeys(configWith(join(folder, "other.key")));

  expect(again).toEqual(key);
  expect(wrappedKey.includes(key)).toBe(false);
  expect(() => other.unwrap(clipId, wrappedKey)).toThrow(/unable to authenticate/);
  await expect(
    openKeys(configWith()).then((keys) => keys.unwrap(newId.clip(), wrappedKey)),
  ).rejects.toThrow(/unable to authenticate/);
});

it("[MD8] a key file inside the data folder is refused, by a link too", async () => {
  await mkdir(join(folder, "data"), { recursive: true });
  await symlink(join(folder, "data"), join(folder, "elsewhere"));

  for (const keyFile of [
    join(folder, "data", "key"),
    join(folder, "data", "deep", "key"),
    join(folder, "elsewhere", "key"),
  ]) {
    await expect(openKeys(configWith(keyFile))).rejects.toThrow(
      /KEY_FILE must lie outside DATA_DIR/,
    );
  }
});

it("[MD8] a missing key file is named when there are clips only it can open", async () => {
  const config = configWith();
  await openKeys(config);
  await writeFile(join(clipFolder(config), "a.clip"), "sealed");
  await rm(join(folder, "data.key"));

  await expect(openKeys(config)).rejects.toThrow(/data\.key is missing, and the clips/);
});

it("[BD24] a missing key file is named when there are boards only it can open, and none is made", async () => {
  const config = configWith();

  await expect(openKeys(config, true)).rejects.toThrow(
    /data\.key is missing, and the clips and boards/,
  );
  await expect(stat(join(folder, "data.key"))).rejects.toThrow("ENOENT");
});

it("[BD24] a branch of the keys opens what it sealed and nothing of the trunk's", async () => {
  const keys = await openKeys(configWith());
  const { wrappedKey } = keys.create("board|one");
  const branch = createKeys(keys.branch("boards"));

  expect(keys.branch("boards")).toEqual((await openKeys(configWith())).branch("boards"));
  expect(keys.branch("others")).not.toEqual(keys.branch("boards"));
  expect(() => branch.unwrap("board|one", wrappedKey)).toThrow(/unable to authenticate/);
});

it("[MD8] a damaged key file is named, and not written over", async () => {
  await writeFile(join(folder, "data.key"), "nonsense");

  await expect(openKeys(configWith())).rejects.toThrow(/data\.key is damaged/);
  expect(await readFile(join(folder, "data.key"), "utf8")).toBe("nonsense");
});

it("[MD8] two first starts at once agree on one key", async () => {
  const clipId = newId.clip();
  const [one, other] = await Promise.all([openKeys(configWith()), openKeys(configWith())]);

  const { key, wrappedKey } = one.create(clipId);

  expect(other.unwrap(clipId, wrappedKey)).toEqual(key);
});
