import type { Doc } from "yjs";
import { momentTime } from "#client/features/board/moment-time.ts";
import { EndingDialog } from "#client/features/signing/EndingDialog.tsx";
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

/** The ending of this room's review, with its moments' times. */
export function Ending({ moments, ...props }: EndingProps) {
  return (
    <EndingDialog
      {...props}
      own={<OwnCheckIn room={props.room} moment="after" />}
      timeOf={({ anchor }) => {
        const positionMs = moments.positionMsOf(anchor);
        return positionMs === null ? null : momentTime(positionMs);
      }}
    />
  );
}
