import { useCallback, useId, useState } from "react";
import { useLocation } from "wouter";
import { paths } from "#client/lib/paths.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { useRoomPlace } from "#client/lib/room-places.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { Room } from "#shared/protocol/http-api.ts";
import { PeopleDialog } from "./PeopleDialog.tsx";

export interface GuiderWaysProps {
  readonly room: Room;
  readonly connection: RoomConnection;
}

/** What only the guider does: who may be here, the journey behind the room, the end of the review. */
export function GuiderWays({ room, connection }: GuiderWaysProps) {
  const [, navigate] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const { journeyId, reviewId } = room;
  const finishId = useId();
  useRoomPlace(
    "finish",
    useCallback(() => document.getElementById(finishId)?.focus(), [finishId]),
  );

  return (
    <>
      {journeyId !== null && (
        <Button kind="quiet" onPress={() => navigate(paths.journey(journeyId))}>
          {text("room.journey")}
        </Button>
      )}
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {text("room.people")}
      </Button>
      <Button id={finishId} onPress={() => void connection.ask("ending:open", {})}>
        {text("room.finish")}
      </Button>
      <PeopleDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        connection={connection}
        reviewId={reviewId}
      />
    </>
  );
}
