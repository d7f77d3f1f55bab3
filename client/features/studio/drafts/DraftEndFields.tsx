import Crosshair from "lucide-react/icons/crosshair";
import { text } from "#client/lib/text.ts";
import { IconButton } from "#client/ui/IconButton.tsx";
import { useStudio } from "#client/features/studio/use-studio.ts";
import { isOnServer } from "#shared/studio/drafts.ts";
import { pictureNear, pictureOfEnd } from "#shared/studio/drafts-ends.ts";
import type { DraftEnd } from "#shared/studio/drafts-ends.ts";
import { readPlaceMs, writePlaceMs } from "#shared/studio/selection.ts";
import type { DraftClip } from "#shared/studio/studio-film.ts";
import { goToDraftEnd, setDraftEnd } from "./draft-actions.ts";
import styles from "./Drafts.module.css";
import { TypedField } from "#client/ui/TypedField.tsx";

/** One end of the chosen clip in numbers: its place, and its picture counted from 1. */
export function DraftEndFields({
  draft,
  end,
}: {
  readonly draft: DraftClip;
  readonly end: DraftEnd;
}) {
  const studio = useStudio();
  const pictures = studio.film.frames;
  const { startMs, endMs } = draft.plan.stretch;
  const isDisabled = isOnServer(draft);

  function takePlace(typed: string): string {
    const placeMs = readPlaceMs(typed);
    if (placeMs === null) return text("drafts.notAPlace");
    return takeEnd(pictureNear(placeMs, end, pictures));
  }

  function takePicture(typed: string): string {
    const number = Number(typed);
    const isNumber = Number.isInteger(number) && number >= 1 && number <= pictures.count;
    return isNumber ? takeEnd(number - 1) : text("drafts.notAPicture", { count: pictures.count });
  }

  function takeEnd(frameIndex: number): string {
    const refused = setDraftEnd(studio, end, frameIndex);
    return refused === null ? "" : text(`drafts.refused.${refused}`);
  }

  return (
    <div className={styles["endFields"]}>
      <TypedField
        label={text(`drafts.place.${end}`)}
        written={writePlaceMs(end === "start" ? startMs : endMs)}
        isDisabled={isDisabled}
        onTyped={takePlace}
      />
      <TypedField
        label={text(`drafts.picture.${end}`)}
        written={String(pictureOfEnd(draft.plan.stretch, end, pictures) + 1)}
        isDisabled={isDisabled}
        onTyped={takePicture}
      />
      <IconButton label={text(`drafts.goTo.${end}`)} onPress={() => goToDraftEnd(studio, end)}>
        <Crosshair size={20} />
      </IconButton>
    </div>
  );
}
