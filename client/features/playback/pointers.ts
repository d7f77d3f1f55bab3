import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { ClipId, ParticipantId } from "#shared/domain/ids.ts";
import type { Point } from "#shared/playback/view.ts";
import { createPaced } from "./paced.ts";
import type { Time } from "./surroundings.ts";

/** Somebody's ring on the picture. */
export interface Pointer {
  readonly by: ParticipantId;
  readonly at: Point;
}

/** Rings on the picture: one's own on its way to the others, and theirs. */
export interface Pointers {
  /** Mine, on this clip; null takes it away. */
  point(clipId: ClipId, at: Point | null): void;
  /** The clip on this screen; rings on another one are not shown, and are gone. */
  setClip(clipId: ClipId | null): void;
  onPointers(listener: (pointers: readonly Pointer[]) => void): () => void;
  /** Begins to listen; answers how to stop. */
  open(): () => void;
}

const everyMs = 50;
const fadesAfterMs = 3_000;

/** Sends one's own ring 20 times a second at most. A ring that rests fades after 3 s. */
export function createPointers(
  connection: Pick<RoomConnection, "ask" | "on">,
  time: Time,
  me: ParticipantId,
): Pointers {
  const rings = new Map<ParticipantId, { readonly at: Point; readonly stopFading: () => void }>();
  const listeners = new Set<(pointers: readonly Pointer[]) => void>();
  let shownClipId: ClipId | null = null;
  const paced = createPaced(time, everyMs, (ring: { clipId: ClipId; at: Point | null }) => {
    void connection.ask("pointer:move", ring);
  });

  const list = () => [...rings].map(([by, { at }]): Pointer => ({ by, at }));
  const changed = () => {
    for (const listener of listeners) listener(list());
  };

  function remove(by: ParticipantId) {
    rings.get(by)?.stopFading();
    if (rings.delete(by)) changed();
  }

  function take(by: ParticipantId, at: Point) {
    rings.get(by)?.stopFading();
    rings.set(by, { at, stopFading: time.after(fadesAfterMs, () => remove(by)) });
    changed();
  }

  return {
    point: (clipId, at) => paced.give({ clipId, at }),
    setClip: (clipId) => {
      if (clipId === shownClipId) return;
      shownClipId = clipId;
      paced.drop();
      for (const by of rings.keys()) remove(by);
    },
    onPointers: (listener) => {
      listeners.add(listener);
      listener(list());
      return () => listeners.delete(listener);
    },
    open: () => {
      const stop = connection.on("pointer:moved", ({ by, clipId, at }) => {
        if (by === me) return;
        if (at === null || clipId !== shownClipId) remove(by);
        else take(by, at);
      });
      return () => {
        stop();
        paced.drop();
        for (const by of rings.keys()) remove(by);
      };
    },
  };
}
