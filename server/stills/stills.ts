import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { Response } from "express";
import type { AppContext, Boards, Identity, IsPlayable, Visitor } from "#server/context.ts";
import { createOpenResponses } from "#server/media/open-responses.ts";
import type { OpenResponse } from "#server/media/open-responses.ts";
import { openStillFiles } from "#server/media/still-files.ts";
import type { StillAddress } from "#server/media/still-files.ts";
import type { StoredStill } from "#server/storage/stores.ts";
import { readObservations } from "#shared/board/read-board.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";
import type { ClipId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import { stillLimits } from "#shared/protocol/still-routes.ts";
import { maySeeStill } from "./may-see-still.ts";
import { readPng } from "./png-picture.ts";
import { receiveAtMost } from "./receive-at-most.ts";
import { sendPicture } from "./send-picture.ts";

/** The kept pictures of held moments: sealed on disk, named on the board, shown to whoever may see the clip. */
export interface Stills {
  /** Keeps the picture of a moment; the first one stays, and asking again changes nothing. */
  keep(
    address: StillAddress,
    visitor: Visitor,
    bytes: Readable,
    declaredBytes: number | null,
  ): Promise<Result<null, Refusal>>;
  /** Answers with the picture, cut off when a permission changes; with nothing where none is kept. */
  send(address: StillAddress, visitor: Visitor, response: Response): Promise<Result<null, Refusal>>;
  /** The files of a clip's pictures, for `remove` once the clip is gone. */
  filesOf(clipId: ClipId): Promise<string[]>;
  remove(fileNames: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** What keeping pictures needs of the server. */
export interface StillParts extends Pick<
  AppContext,
  "access" | "clock" | "config" | "keys" | "log" | "random" | "stores"
> {
  readonly identity: Identity;
  readonly isPlayable: IsPlayable;
  readonly boards: Pick<Boards, "readDoc" | "setStill">;
}

/** A browser sends one after another; more at once than this is something else. */
const mostPerSession = 2;

/** The kept pictures of one server. What a crash left half done is swept away before anything is kept. */
export function createStills(parts: StillParts): Stills {
  const { boards, clock, stores } = parts;
  const open = createOpenResponses(parts.access);
  const arriving = new Map<string | null, number>();
  const files = openSwept(parts);
  files.catch((error: unknown) => parts.log.error({ err: error }, "stills cannot be opened"));

  async function keepFirst(
    address: StillAddress,
    bytes: Readable,
    declaredBytes: number | null,
  ): Promise<Result<null, Refusal>> {
    const { reviewId, observationId } = address;
    const moment = await findMoment(parts, address);
    if (!moment.ok) return moment;
    const earlier = await stores.stills.find(reviewId, observationId);
    const still =
      earlier === null
        ? await store({ ...address, ...moment.value }, bytes, declaredBytes)
        : ok(earlier);
    if (!still.ok) return still;
    const { width, height, sha256 } = still.value;
    await boards.setStill(reviewId, observationId, { width, height, sha256 });
    return ok(null);
  }

  async function store(
    moment: Pick<StoredStill, "reviewId" | "observationId" | "clipId" | "frame">,
    bytes: Readable,
    declaredBytes: number | null,
  ): Promise<Result<StoredStill, Refusal>> {
    const received = await receiveAtMost(bytes, declaredBytes, stillLimits.bytes);
    if (!received.ok) return received;
    const picture = await readPng(received.value);
    if (picture === null) return fail("invalid");
    const { width, height, png } = picture;
    const file = await (await files).keep(moment, png);
    if (!file.ok) return file;
    const sha256 = createHash("sha256").update(png).digest("hex");
    const still = { ...moment, width, height, bytes: png.length, sha256, file: file.value };
    const isFirst = await stores.stills.add(still, clock.nowMs()).catch(async (error: unknown) => {
      await (await files).remove([file.value.fileName]);
      throw error;
    });
    if (isFirst) return ok(still);
    await (await files).remove([file.value.fileName]);
    const first = await stores.stills.find(moment.reviewId, moment.observationId);
    return first === null ? fail("unknown-clip") : ok(first);
  }

  return {
    async keep(address, { sessionId }, bytes, declaredBytes) {
      const others = arriving.get(sessionId) ?? 0;
      if (others >= mostPerSession) return fail("too-many-requests");
      arriving.set(sessionId, others + 1);
      try {
        return await keepFirst(address, bytes, declaredBytes);
      } finally {
        const left = (arriving.get(sessionId) ?? 1) - 1;
        if (left === 0) arriving.delete(sessionId);
        else arriving.set(sessionId, left);
      }
    },

    async send(address, visitor, response) {
      const { tokenHash } = visitor;
      if (tokenHash === null) return fail("not-found");
      // Who asks is looked up again once the response can be cut off, so that no change slips between.
      const decide = async () =>
        maySeeStill(parts, await parts.identity.identifySession(tokenHash), address);
      const ours: OpenResponse = {
        visitor,
        journeyId: null,
        destroy: () => response.destroy(),
        isAllowed: async () => (await decide()).ok,
      };
      if (!open.add(ours)) return fail("too-many-requests");
      try {
        const allowed = await decide();
        if (!allowed.ok) return allowed;
        if (allowed.value === null) return ok(null);
        const { file, bytes } = allowed.value;
        const png = await (await files).read(allowed.value, file, bytes);
        await sendPicture(response, png);
        return ok(null);
      } finally {
        open.delete(ours);
      }
    },

    filesOf: (clipId) => stores.stills.fileNames(clipId),
    remove: async (fileNames) => (await files).remove(fileNames),

    async close() {
      open.close();
      await files.catch(() => undefined); // said when it broke
    },
  };
}

async function openSwept({ config, random, keys, log, stores }: StillParts) {
  const files = await openStillFiles(config, random, keys);
  const orphans = await files.sweep(new Set(await stores.stills.fileNames()));
  if (orphans > 0) log.info({ orphans }, "stills without a moment removed");
  return files;
}

/** The moment as the board has it, if its clip is still the one it was held in and may be played. */
async function findMoment(
  { boards, stores, isPlayable }: StillParts,
  { reviewId, observationId }: StillAddress,
): Promise<Result<{ clipId: ClipId; frame: number }, Refusal>> {
  const observations = readObservations(await boards.readDoc(reviewId));
  const anchor = observations.find((one) => one.observationId === observationId)?.anchor;
  if (anchor === undefined) return fail("not-found");
  const clip = await stores.clips.find(clipIdSchema.parse(anchor.clipId));
  if (clip === null || clip.media?.clipRev !== anchor.clipRev) return fail("unknown-clip");
  if (!(await isPlayable(clip))) return fail("permissions-missing");
  return ok({ clipId: clip.clipId, frame: anchor.frame });
}
