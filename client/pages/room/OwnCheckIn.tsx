import { useEffect, useState } from "react";
import { OwnCheckIns } from "#client/features/check-in/OwnCheckIns.tsx";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import type { CheckInMoment } from "#shared/domain/check-in.ts";
import type { Room } from "#shared/protocol/http-api.ts";

interface OwnCheckInProps {
  readonly room: Pick<Room, "me" | "reviewId">;
  /** Which one it begins with; any other can be chosen in it. */
  readonly moment: CheckInMoment;
}

/** The practitioner's way to say how they are, for themselves alone. It waits for nobody and holds nobody up. */
export function OwnCheckIn({ room, moment }: OwnCheckInProps) {
  return room.me.role === "practitioner" ? <Own reviewId={room.reviewId} moment={moment} /> : null;
}

function Own({ reviewId, moment }: Pick<Room, "reviewId"> & Pick<OwnCheckInProps, "moment">) {
  const { current, refresh } = useSession();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => void refresh(), [refresh]); // the own place is theirs since they were let in
  const session = current.state === "known" ? current.session : null;
  const journeyId = session?.kind === "guest" ? session.ownJourneyId : null;
  if (journeyId === null) return null;
  return (
    <>
      <div>
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {text(`checkIn.inRoom.${moment}`)}
        </Button>
      </div>
      {isOpen && (
        <Dialog title={text("checkIn.title")} isOpen isWide onClose={() => setOpen(false)}>
          <OwnCheckIns journeyId={journeyId} reviewId={reviewId} begins={moment} />
        </Dialog>
      )}
    </>
  );
}
