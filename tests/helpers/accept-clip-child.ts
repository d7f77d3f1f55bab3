import { createClipFiles } from "#server/media/clip-files.ts";
import { openKeys } from "#server/media/keys.ts";
import { machineRandom } from "#server/start-server.ts";
import { readConfig } from "#server/config.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";

/** A process that takes in a clip from its input, to be killed in the middle. */
const config = readConfig(process.env);
const clipFiles = await createClipFiles(config, machineRandom, await openKeys(config));
process.stdin.once("readable", () => process.stdout.write("receiving\n"));
await clipFiles.accept(clipIdSchema.parse(machineRandom.uuid()), process.stdin, null);
