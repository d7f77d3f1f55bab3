import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { clipFolder } from "#server/media/keys.ts";
import { furnishReview, openFirstGuider } from "#tests/helpers/review-house.ts";
import type { ReviewHouse } from "#tests/helpers/review-house.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { uploadSteps } from "#tests/helpers/upload-steps.ts";
import type { UploadSteps } from "#tests/helpers/upload-steps.ts";

/** A house in which clips go up, and a look at the disk under it. */
export interface UploadHouse extends ReviewHouse {
  readonly server: TestServer;
  /** Where uploads lie while they come in. */
  readonly folder: string;
  /** What the disk has left, in bytes. */
  setFreeBytes(bytes: number): void;
  /** A clip with its words, waiting for its file. */
  addClip(): Promise<string>;
  /** The guider's steps of sending this file to a clip of its own. */
  stepsFor(file: Buffer): Promise<UploadSteps>;
  /** Every file of the clips' folder, by its name. */
  stored(): Promise<string[]>;
  /** Those among them that no accepted clip has. */
  staged(): Promise<string[]>;
  /** Waits until more than so many bytes of the one upload are there; to ask the server would take it over. */
  untilOnDisk(bytes: number): Promise<void>;
  /** The bytes of the clip added last, as a room's page gets them. */
  playBack(): Promise<Buffer>;
  /** Removes what a test added. */
  tidy(): Promise<void>;
}

/** Opens it; close its server when the tests are over. */
export async function openUploadHouse(): Promise<UploadHouse> {
  let freeBytes = Infinity;
  const server = await startTestServer({ freeBytes: async () => freeBytes });
  const house = await furnishReview(server, await openFirstGuider(server));
  const { guider, cycleId, journey, review } = house;
  const clips = clipFolder(server.context.config);
  const folder = join(clips, "uploads");
  const added: string[] = [];

  async function addClip(): Promise<string> {
    const { clipId } = await guider.want("addClip", {
      params: { cycleId },
      body: {
        title: "Painting",
        initiative: "looked up",
        description: "",
        peopleInShot: journey.people.map(({ personId }) => personId),
      },
    });
    added.push(clipId);
    return clipId;
  }

  async function stored(): Promise<string[]> {
    const entries = await readdir(clips, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  const staged = async () => (await stored()).filter((name) => !name.endsWith(".clip"));

  return {
    ...house,
    server,
    folder,
    setFreeBytes: (bytes) => (freeBytes = bytes),
    addClip,
    stepsFor: async (file) => uploadSteps(guider, await addClip(), file),
    stored,
    staged,

    async untilOnDisk(bytes) {
      const read = async () => {
        const name = (await stored()).find((one) => one.endsWith(".bytes"));
        return name === undefined ? 0 : (await stat(join(folder, name))).size;
      };
      await expect.poll(read, { timeout: 15_000 }).toBeGreaterThan(bytes);
    },

    async playBack() {
      const room = await guider.want("readRoom", { params: { reviewId: review.reviewId } });
      const headers = { cookie: guider.cookie(), "sec-fetch-site": "same-origin" };
      const reply = await fetch(`${server.origin}/m/${room.clips.at(-1)?.mediaId}`, { headers });
      return Buffer.from(await reply.arrayBuffer());
    },

    async tidy() {
      for (const clipId of added.splice(0)) await guider.ask("removeClip", { params: { clipId } });
      await expect.poll(staged).toEqual([]);
    },
  };
}
