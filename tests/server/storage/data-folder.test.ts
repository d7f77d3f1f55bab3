import { chmod, mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { prepareDataFolder } from "#server/storage/data-folder.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const permissionsOf = async (folder: string) => (await stat(folder)).mode & 0o777;

it("[ST23] makes the data folder, and those above it, for its own account alone", async () => {
  const dataDir = join(await temporaryFolder(), "deep", "data");

  const { databasePath } = await prepareDataFolder(dataDir);

  expect(databasePath).toBe(join(dataDir, "sameframe.db"));
  expect(await permissionsOf(dataDir)).toBe(0o700);
});

it("[ST23] closes a data folder that was open to others", async () => {
  const dataDir = join(await temporaryFolder(), "data");
  await mkdir(dataDir);
  await chmod(dataDir, 0o755);

  await prepareDataFolder(dataDir);

  expect(await permissionsOf(dataDir)).toBe(0o700);
});
