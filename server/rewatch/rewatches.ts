import type { AppContext } from "#server/context.ts";
import { createIsPlayable } from "#server/media/clip-playable.ts";
import type { RewatchStore } from "#server/storage/rewatch-store.ts";
import { rewatchLimits } from "#shared/domain/growth.ts";
import type { Rewatch } from "#shared/domain/growth.ts";
import type { ClipId, JourneyId } from "#shared/domain/ids.ts";
import { lastMsOf } from "#shared/domain/journey-state.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";

/** Opens clips for a practitioner to watch alone, and closes them at once, also where one plays. */
export interface Rewatches {
  listOpen(journeyId: JourneyId): Promise<Rewatch[]>;
  /** Until then, and no longer than the journey's clips are kept. */
  open(
    journeyId: JourneyId,
    rewatch: Rewatch,
  ): Promise<Result<Rewatch, "not-found" | "invalid" | "permissions-missing">>;
  close(journeyId: JourneyId, clipId: ClipId): Promise<void>;
}

/** Keeps the private re-watches of one server. */
export function createRewatches({
  stores,
  clock,
  access,
}: Pick<AppContext, "stores" | "clock" | "access">): Rewatches {
  const isPlayable = createIsPlayable(stores);

  return {
    listOpen: async (journeyId) => {
      const nowMs = clock.nowMs();
      return (await stores.rewatches.listOfJourney(journeyId)).filter(
        ({ closesAtMs }) => closesAtMs > nowMs,
      );
    },

    open: async (journeyId, { clipId, closesAtMs }) => {
      const nowMs = Math.floor(clock.nowMs());
      const clip = await stores.clips.find(clipId);
      const journey = await stores.journeys.read(journeyId);
      if (clip === null || clip.media === null || journey === null) return fail("not-found");
      const { end } = journey;
      const clipsEndMs = end === null ? Number.POSITIVE_INFINITY : lastMsOf(end.deletesOn);
      const untilMs = Math.min(closesAtMs, clipsEndMs);
      if (untilMs <= nowMs || untilMs > nowMs + rewatchLimits.mostMs) return fail("invalid");
      if (!(await isPlayable(clip))) return fail("permissions-missing");
      const rewatch = { clipId, closesAtMs: untilMs };
      await stores.rewatches.open(rewatch, nowMs);
      access.announce({ kind: "clips-changed", journeyId });
      return ok(rewatch);
    },

    close: async (journeyId, clipId) => {
      const nowMs = Math.floor(clock.nowMs());
      const known = await stores.rewatches.find(clipId);
      if (known === null || known.closesAtMs <= nowMs) return;
      await stores.rewatches.open({ clipId, closesAtMs: nowMs }, nowMs);
      access.announce({ kind: "clips-changed", journeyId });
    },
  };
}

/** Whether the practitioner may watch this clip alone at that instant (epoch UTC). */
export async function isOpenToRewatch(
  rewatches: Pick<RewatchStore, "find">,
  clipId: ClipId,
  nowMs: number,
): Promise<boolean> {
  const rewatch = await rewatches.find(clipId);
  return rewatch !== null && nowMs < rewatch.closesAtMs;
}
