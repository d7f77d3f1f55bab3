import { useEffect, useState } from "react";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { useRoomNews } from "#client/lib/use-room-news.ts";
import { clipIdSchema } from "#shared/domain/ids.ts";
import { firstStep } from "./first-step.ts";
import type { FirstStep } from "./first-step.ts";

/** What stands in place of the cards of the clip that is open. A field somebody writes in is left to them. */
export function useFirstStep(
  connection: RoomConnection,
  clipId: string | null,
  heldClipIds: readonly string[],
): FirstStep {
  const first = useRoomNews(connection, "first:changed");
  const [opened, setOpened] = useState({ clipId, isWriting: false });
  // Looked at once, as the clip changes: what stands there then is still the clip's before.
  if (opened.clipId !== clipId) setOpened({ clipId, isWriting: isWritingOnCard() });
  const step = firstStep(first, clipId, heldClipIds);
  const isLeft = step === "watch" && opened.isWriting;

  useEffect(() => {
    const open = clipIdSchema.safeParse(clipId);
    if (isLeft && open.success) void connection.ask("clip:watched", { clipId: open.data });
  }, [connection, clipId, isLeft]);

  return isLeft ? null : step;
}

function isWritingOnCard(): boolean {
  const { activeElement } = document;
  return (
    activeElement instanceof HTMLTextAreaElement &&
    activeElement.closest('[role="tabpanel"]') !== null
  );
}
