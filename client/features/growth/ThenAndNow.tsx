import { useCallback, useState } from "react";
import { refuse } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { ok } from "#shared/lib/result.ts";
import type { RoomClip } from "#shared/protocol/http-api.ts";
import type { FilmClip, FilmSurroundings } from "./Films.tsx";
import { SideBySide } from "./SideBySide.tsx";

interface ThenAndNowProps extends Omit<FilmSurroundings, "addressOf"> {
  /** The room's clips as they may be watched now: what leaves the room leaves here too. */
  readonly clips: readonly RoomClip[];
  /** Nothing is to be seen here while the picture is covered. */
  readonly isCovered: boolean;
  readonly onOpen: () => void;
}

/** In the last review: the first cycle beside this one, in each one's own browser. Nothing in any other. */
export function ThenAndNow({ clips, isCovered, onOpen, ...surroundings }: ThenAndNowProps) {
  const [isOpen, setOpen] = useState(false);
  const addressOf = useCallback(
    (clipId: FilmClip["clipId"]) => {
      const clip = clips.find((one) => one.clipId === clipId);
      return Promise.resolve(clip === undefined ? refuse("not-found") : ok(clip));
    },
    [clips],
  );
  if (new Set(clips.map(({ cycleNumber }) => cycleNumber)).size < 2) return null;

  function handleOpen() {
    onOpen();
    setOpen(true);
  }

  return (
    <>
      <Button kind="quiet" onStage onPress={handleOpen}>
        {text("growth.room.open")}
      </Button>
      {isOpen && !isCovered && (
        <Dialog title={text("growth.room.open")} isOpen isWide onClose={() => setOpen(false)}>
          <SideBySide
            clips={clips.toSorted((one, other) => one.cycleNumber - other.cycleNumber)}
            addressOf={addressOf}
            {...surroundings}
          />
        </Dialog>
      )}
    </>
  );
}
