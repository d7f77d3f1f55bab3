import type { Doc } from "yjs";
import { EndingDialog } from "#client/features/signing/EndingDialog.tsx";
import { momentPlace } from "#client/lib/moment-place.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { OwnCheckIn } from "./OwnCheckIn.tsx";
import type { Moments } from "./use-moments.ts";

export interface EndingProps {
  readonly room: Room;
  readonly connection: RoomConnection;
  readonly members: readonly Member[];
  readonly doc: Doc;
  readonly moments: Pick<Moments, "positionMsOf">;
}

/** The ending of this room's review, with the places of its moments. */
export function Ending({ moments, ...props }: EndingProps) {
  return (
    <EndingDialog
      {...props}
      own={<OwnCheckIn room={props.room} moment="after" />}
      placeOf={({ anchor }) => {
        const positionMs = moments.positionMsOf(anchor);
        const clip = props.room.clips.find(({ clipId }) => clipId === anchor.clipId);
        return positionMs === null ? null : momentPlace(clip?.title ?? "", positionMs);
      }}
    />
  );
}
