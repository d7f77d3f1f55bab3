import { text } from "#client/lib/text.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { View } from "#shared/playback/view.ts";

/** A ring that comes back sooner than this is still the same pointing. */
const samePointingMs = 30_000;

/** Reads out that others look closer, see the whole again or point; once each, however much they move. Answers how to stop. */
export function announceLooking(
  connection: Pick<RoomConnection, "on" | "latest">,
  me: ParticipantId,
  nowMs: () => number,
  announce: (words: string) => void,
): () => void {
  let isClose = isCloser(connection.latest("view:changed")?.view);
  const pointedAtMs = new Map<ParticipantId, number>();

  function say(id: "said-closer" | "said-whole" | "said-pointing", by: ParticipantId | null) {
    const members = connection.latest("members:changed") ?? [];
    const name = members.find(({ participantId }) => participantId === by)?.name;
    if (name !== undefined && by !== me) announce(text(`playback.${id}`, { name }));
  }

  const stops = [
    connection.on("view:changed", ({ view, by }) => {
      const wasClose = isClose;
      isClose = isCloser(view);
      if (isClose !== wasClose) say(isClose ? "said-closer" : "said-whole", by);
    }),
    connection.on("pointer:moved", ({ by, at }) => {
      if (at === null) return;
      const beforeMs = pointedAtMs.get(by) ?? -Infinity;
      pointedAtMs.set(by, nowMs());
      if (nowMs() - beforeMs > samePointingMs) say("said-pointing", by);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function isCloser(view: View | undefined): boolean {
  return view !== undefined && view.zoom > 1;
}
