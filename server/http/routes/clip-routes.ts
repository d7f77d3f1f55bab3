import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { addClipFile, clipForPage } from "#server/media/add-clip-file.ts";
import { clipLimits } from "#shared/domain/clip.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";
import { missingPermissions, purposesToReview } from "#shared/domain/people.ts";
import { fail, ok } from "#shared/lib/result.ts";

type ClipRoutes = "addClip" | "putClipFile" | "removeClip";

/** Clips of one cycle. Nothing is added before everybody in shot has given permission. */
export function clipRoutes({ context, clipFiles }: HandlerParts): Pick<Handlers, ClipRoutes> {
  const { clock, random, stores, access } = context;
  const { clips, journeys } = stores;

  return {
    addClip: async ({ params, body, thing }) => {
      const journey = thing.kind === "owned" ? await journeys.read(thing.journeyId) : null;
      if (journey === null) return fail("not-found");
      const inShot = journey.people.filter(({ personId }) => body.peopleInShot.includes(personId));
      if (inShot.length !== body.peopleInShot.length) return fail("invalid");
      const missing = missingPermissions(inShot, purposesToReview);
      if (missing.length > 0) {
        const names = new Set(missing.map(({ person }) => person.name));
        return { ...fail("permissions-missing"), details: [...names] };
      }
      const already = await clips.listOfCycle(params.cycleId);
      if (already.length >= clipLimits.perCycle) {
        return { ...fail("journey-full"), details: [String(clipLimits.perCycle)] };
      }
      const clipId = clipIdSchema.parse(random.uuid());
      await clips.add({ clipId, ...params, ...body }, clock.nowMs());
      const clip = await clips.find(clipId);
      return clip === null ? fail("not-found") : ok(clipForPage(clip));
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
      await clips.remove(params.clipId);
      access.announce({ kind: "clips-changed", journeyId: thing.journeyId });
      if (clip.file !== null) await clipFiles.remove(clip.file);
      return ok(null);
    },
  };
}
