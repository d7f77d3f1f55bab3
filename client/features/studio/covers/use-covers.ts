import { useSyncExternalStore } from "react";
import { withDraft } from "#client/features/studio/studio.ts";
import { usePlayhead, useStudio } from "#client/features/studio/use-studio.ts";
import { isOnServer, withPlan } from "#shared/studio/drafts.ts";
import { coverBoxAt } from "#shared/studio/cover-place.ts";
import type { CoverBox } from "#shared/studio/cover-place.ts";
import type { CoverRegion } from "#shared/studio/cut-plan.ts";
import { coverChoice } from "./cover-choice.ts";
import { withPlace } from "./cover-edits.ts";

/** The covers of the chosen clip and how they are changed; every change asks for another look through them. */
export function useCovers() {
  const { chosen, document, film } = useStudio();
  const { frameIndex } = usePlayhead();
  const chosenId = useSyncExternalStore(coverChoice.subscribe, coverChoice.current);
  const { frames } = film;
  const shown = { startMs: frames.startMs(frameIndex), endMs: frames.endMs(frameIndex) };
  const covers = chosen?.plan.covers ?? [];

  function change(next: (covers: readonly CoverRegion[]) => CoverRegion[]): void {
    if (chosen === null) return;
    document.edit((now) =>
      withDraft(now, chosen.draftId, (draft) =>
        withPlan(draft, { ...draft.plan, covers: next(draft.plan.covers) }),
      ),
    );
  }

  function changeOne(coverId: string, next: (cover: CoverRegion) => CoverRegion): void {
    change((all) => all.map((cover) => (cover.coverId === coverId ? next(cover) : cover)));
  }

  return {
    covers,
    chosenId,
    /** When the picture that is shown begins. */
    placeMs: shown.startMs,
    isFixed: chosen === null || isOnServer(chosen),
    boxOf: (cover: CoverRegion): CoverBox | null => coverBoxAt(cover, shown),
    change,
    changeOne,
    /** Puts a cover there on the picture that is shown; before and after it glides. */
    put: (coverId: string, box: CoverBox) =>
      changeOne(coverId, (cover) => withPlace(cover, shown.startMs, box)),
  };
}
