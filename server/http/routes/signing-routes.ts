import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { openCopy } from "#server/signing/signed-copy.ts";
import { ok } from "#shared/lib/result.ts";

/** Signed boards, read again. */
export function signingRoutes({
  context: { stores, keys },
}: HandlerParts): Pick<Handlers, "readSignedBoard"> {
  return {
    readSignedBoard: async ({ params: { reviewId } }) => {
      const stored = await stores.signedBoards.latest(reviewId);
      return ok({ signed: stored === null ? null : openCopy(keys, stored) });
    },
  };
}
