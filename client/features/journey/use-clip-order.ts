import { useEffect, useRef } from "react";
import { announce } from "#client/lib/announce.ts";
import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import type { Clip } from "#shared/domain/clip.ts";
import { movedBy } from "./clip-order.ts";
import { useChange } from "./use-journey.ts";

/** Moves a cycle's clips up and down; the focus goes along with the clip that was moved. */
export function useClipOrder(cycleId: string, clips: readonly Clip[]) {
  const change = useChange();
  const moved = useRef<string | null>(null);
  const order = clips.map(({ clipId }) => clipId).join();

  useEffect(() => {
    const row = moved.current === null ? null : document.getElementById(`clip-${moved.current}`);
    moved.current = null;
    if (row === null || row.contains(document.activeElement)) return;
    row.querySelector<HTMLElement>("[data-moves] button")?.focus();
  }, [order]);

  async function move(clip: Clip, by: -1 | 1) {
    const clipIds = movedBy(clips, clip.clipId, by);
    moved.current = clip.clipId;
    const answer = await change.make(() =>
      call("setClipOrder", { params: { cycleId }, body: { clipIds } }),
    );
    if (!answer.ok) return;
    const place = clipIds.indexOf(clip.clipId) + 1;
    announce(text("clips.moved", { title: clip.title, place, of: clips.length }));
  }

  return { move, refusal: change.refusal };
}
