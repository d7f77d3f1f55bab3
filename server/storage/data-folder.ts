import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * Makes the data folder when it is not there, closes it to every other account of the machine, and says
 * where the database lies in it.
 */
export async function prepareDataFolder(dataDir: string): Promise<{ databasePath: string }> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await chmod(dataDir, 0o700); // it may have been there, open to others
  return { databasePath: join(dataDir, "sameframe.db") };
}
