import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { chunkBytes } from "#server/media/chunk-cipher.ts";
import { clipSchema } from "#shared/domain/clip.ts";
import { purposeSchema } from "#shared/domain/people.ts";
import { startBuiltServer } from "#tests/helpers/built-server.ts";
import type { BuiltServer } from "#tests/helpers/built-server.ts";
import { demoClips, readClip } from "#tests/helpers/clips.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { uploadSteps } from "#tests/helpers/upload-steps.ts";

const file = readClip(demoClips[0] ?? "");
let server: BuiltServer;
beforeAll(async () => {
  server = await startBuiltServer();
}, 60_000);
afterAll(() => server.stop());

/** A guider with a journey in which everybody has given permission, and a clip that waits for its file. */
async function furnish(): Promise<{ guider: TestBrowser; clipId: string }> {
  const guider = openTestBrowser({ origin: server.url });
  const secret = server.setUpLink?.split("#")[1] ?? "";
  await guider.want("setUp", {
    body: { secret, name: "Nadia", password: "a long pass phrase" },
  });
  const journey = await guider.want("createJourney", {
    body: { practitionerName: "Callum", childName: "Ada", setting: "nursery" },
  });
  const peopleInShot = journey.people.map(({ personId }) => personId);
  for (const personId of peopleInShot) {
    for (const purpose of purposeSchema.options) {
      const body = { purpose, status: "given" } as const;
      await guider.want("recordPermission", { params: { personId }, body });
    }
  }
  const { clipId } = await guider.want("addClip", {
    params: { cycleId: journey.cycles[0]?.cycleId ?? "" },
    body: { title: "Blocks", initiative: "reached out", description: "", peopleInShot },
  });
  return { guider, clipId };
}

it("[CP49] [F2.1] goes on after kill -9 from the last whole chunk, and arrives byte for byte", async () => {
  const { guider, clipId } = await furnish();
  const steps = uploadSteps(guider, clipId, file);
  const folder = join(server.dataDir, "clips", "uploads");
  const onDisk = async () => (await stat(join(folder, `${clipId}.bytes`))).size;
  await steps.begin();
  await steps.send(0, 1000); // answered for: not lost by any kill

  const sending = steps.sendSlowly(1000, 500_000);
  await expect.poll(onDisk, { timeout: 10_000 }).toBeGreaterThan(400_000);
  await server.kill9();
  sending.cut();
  await server.restart();
  const goneUp = await steps.offset();
  const finished = await steps.send(goneUp);

  expect(goneUp).toBeGreaterThan(500_000 - chunkBytes - 1);
  expect(clipSchema.parse(finished.json).media).toMatchObject({
    bytes: file.length,
    clipRev: createHash("sha256").update(file).digest("hex"),
  });
  expect(await readdir(folder)).toEqual([]);
}, 60_000);
