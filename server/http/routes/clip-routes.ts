import type { HandlerParts, Handlers } from "#server/http/handlers.ts";
import { addClipFile, clipForPage } from "#server/media/add-clip-file.ts";
import { addClip } from "#server/media/add-clip.ts";
import { removeClip } from "#server/media/remove-clip.ts";
import { isOpenToRewatch } from "#server/rewatch/rewatches.ts";
import { roleTowards } from "#shared/domain/permissions.ts";
import { fail, ok } from "#shared/lib/result.ts";

type ClipRoutes =
  | "addClip"
  | "putClipFile"
  | "removeClip"
  | "setClipWords"
  | "setClipOrder"
  | "readClipAddress";

/** Clips of one cycle. Nothing is added before everybody in shot has given permission. */
export function clipRoutes({
  context,
  clipFiles,
  stills,
  mediaAddresses,
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

    setClipWords: async ({ params: { clipId }, body, thing }) => {
      if (thing.kind !== "owned") return fail("not-found");
      const people = (await stores.journeys.read(thing.journeyId))?.people ?? [];
      const known = new Set(people.map(({ personId }) => personId));
      if (!body.peopleInShot.every((personId) => known.has(personId))) return fail("invalid");
      await clips.setWords(clipId, body);
      access.announce({ kind: "clips-changed", journeyId: thing.journeyId });
      const clip = await clips.find(clipId);
      return clip === null ? fail("not-found") : ok(clipForPage(clip));
    },

    setClipOrder: async ({ params, body, thing }) => {
      if (thing.kind !== "owned") return fail("not-found");
      if (!(await clips.setOrder(params.cycleId, body.clipIds))) return fail("invalid");
      access.announce({ kind: "clips-changed", journeyId: thing.journeyId });
      return ok(null);
    },

    readClipAddress: async ({ params: { clipId }, visitor: { principal, sessionId }, thing }) => {
      const isAtHome = roleTowards(principal, thing) === "practitionerAtHome";
      const isOpen = !isAtHome || (await isOpenToRewatch(stores.rewatches, clipId, clock.nowMs()));
      if (sessionId === null || !isOpen) return fail("not-found");
      return ok({ mediaId: mediaAddresses.issue(sessionId, clipId) });
    },

    removeClip: async ({ params, thing }) => {
      const clip = await clips.find(params.clipId);
      if (clip === null || thing.kind !== "owned") return fail("not-found");
      await removeClip({ stores, access, clipFiles, stills }, clip, thing.journeyId);
      return ok(null);
    },
  };
}
