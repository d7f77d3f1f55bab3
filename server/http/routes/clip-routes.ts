import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { addClipFile } from "#server/media/add-clip-file.ts";
import { addClip } from "#server/media/add-clip.ts";
import { fail, ok } from "#shared/lib/result.ts";

type ClipRoutes = "addClip" | "putClipFile" | "removeClip";

/** Clips of one cycle. Nothing is added before everybody in shot has given permission. */
export function clipRoutes({
  context,
  clipFiles,
  stills,
}: HandlerParts): Pick<Handlers, ClipRoutes> {
  const { clock, random, stores, access } = context;
  const { clips } = stores;

  return {
    addClip: async ({ params, body, thing }) => {
      if (thing.kind !== "owned") return fail("not-found");
      return await addClip({ stores, clock, random }, { ...params, ...thing }, body);
    },

    putClipFile: async ({ params, request }) => {
      const length = Number(request.headers["content-length"]);
      const declaredBytes = Number.isSafeInteger(length) ? length : null;
      const parts = { stores, clipFiles, access };
      return await addClipFile(parts, params.clipId, request, declaredBytes);
    },

    removeClip: async ({ params, thing }) => {
      const clip = await clips.find(params.clipId);
      if (clip === null || thing.kind !== "owned") return fail("not-found");
      const pictures = await stills.filesOf(params.clipId);
      await clips.remove(params.clipId);
      access.announce({ kind: "clips-changed", journeyId: thing.journeyId });
      if (clip.file !== null) await clipFiles.remove(clip.file);
      await stills.remove(pictures);
      return ok(null);
    },
  };
}
