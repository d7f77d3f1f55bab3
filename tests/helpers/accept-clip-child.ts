import { createClipFiles } from "#server/media/clip-files.ts";
import { machineRandom } from "#server/start-server.ts";
import { readConfig } from "#server/config.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";

/** A process that takes in a clip from its input, to be killed in the middle. */
const clipFiles = await createClipFiles(readConfig(process.env), machineRandom);
process.stdin.once("readable", () => process.stdout.write("receiving\n"));
await clipFiles.accept(clipIdSchema.parse(machineRandom.uuid()), process.stdin, null);
