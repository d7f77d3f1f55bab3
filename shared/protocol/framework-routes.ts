import { z } from "zod";
import { familiesSchema, frameworkSchema } from "#shared/board/framework.ts";
import { pathIds, route } from "#shared/protocol/http-route.ts";

/** An organisation's own words for the principles of attunement. */
export const frameworkRoutes = {
  readFramework: route({
    method: "GET",
    path: "/api/framework",
    action: "framework:read",
    params: pathIds.none,
    body: null,
    answer: frameworkSchema,
  }),
  /** Replaces the labels. What goes is remembered, so that boards which name it stay readable. */
  setFramework: route({
    method: "PUT",
    path: "/api/framework",
    action: "framework:edit",
    params: pathIds.none,
    body: z.strictObject({ families: familiesSchema }),
    answer: frameworkSchema,
  }),
} as const;
