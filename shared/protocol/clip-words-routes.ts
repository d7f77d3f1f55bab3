import { z } from "zod";
import { clipLimits, clipSchema, clipWordsSchema } from "#shared/domain/clip.ts";
import { clipIdSchema, mediaIdSchema } from "#shared/domain/ids.ts";
import { pathIds, route } from "#shared/protocol/http-route.ts";

/** What is said of clips that are there, the order they are looked at in, and where their pictures are. */
export const clipWordsRoutes = {
  /** Replaces all words. Somebody in shot who has not given permission takes the clip out of its room. */
  setClipWords: route({
    method: "PUT",
    path: "/api/clips/:clipId/words",
    action: "clip:edit",
    params: pathIds.clip,
    body: clipWordsSchema,
    answer: clipSchema,
  }),
  /** All clips of the cycle, each once, in their new order. */
  setClipOrder: route({
    method: "PUT",
    path: "/api/cycles/:cycleId/clip-order",
    action: "clip:edit",
    params: pathIds.cycle,
    body: z.strictObject({ clipIds: z.array(clipIdSchema).max(clipLimits.perCycle) }),
    answer: null,
  }),
  /** Where this session fetches the clip's bytes; they come only while everybody in shot permits it. */
  readClipAddress: route({
    method: "GET",
    path: "/api/clips/:clipId/address",
    action: "clip:stream",
    params: pathIds.clip,
    body: null,
    answer: z.strictObject({ mediaId: mediaIdSchema }),
  }),
} as const;
