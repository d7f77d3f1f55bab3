import type { HandlerParts, Handlers } from "#server/http/handlers.ts";

/** The kept pictures of held moments; the bytes go through as they are. */
export function stillRoutes({
  stills,
}: Pick<HandlerParts, "stills">): Pick<Handlers, "keepStill" | "readStill"> {
  return {
    keepStill: async ({ params, visitor, request }) => {
      const length = Number(request.headers["content-length"]);
      const declaredBytes = Number.isSafeInteger(length) ? length : null;
      return await stills.keep(params, visitor, request, declaredBytes);
    },

    readStill: async ({ params, visitor, response }) =>
      await stills.send(params, visitor, response),
  };
}
