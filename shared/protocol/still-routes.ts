import { z } from "zod";
import { observationIdSchema, reviewIdSchema } from "#shared/domain/ids.ts";
import { route } from "#shared/protocol/http-route.ts";

/** What a kept picture of a held moment may be: a PNG of at most so many bytes, and so many pixels a side. */
export const stillLimits = { bytes: 6 * 1024 * 1024, sidePx: 1_280 } as const;

const stillPath = z.strictObject({
  reviewId: reviewIdSchema,
  observationId: observationIdSchema,
});

/** The kept pictures of held moments. */
export const stillRoutes = {
  /** The body is the PNG itself (`Content-Type: application/octet-stream`); the first one kept stays. */
  keepStill: route({
    method: "PUT",
    path: "/api/reviews/:reviewId/observations/:observationId/still",
    action: "still:keep",
    params: stillPath,
    body: null,
    answer: null,
    file: "body",
  }),
  /** Answers the PNG itself, or 204 where none has been kept yet. */
  readStill: route({
    method: "GET",
    path: "/api/reviews/:reviewId/observations/:observationId/still",
    action: "still:read",
    params: stillPath,
    body: null,
    answer: null,
    file: "answer",
  }),
} as const;
