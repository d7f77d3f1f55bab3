import type { ReactNode } from "react";
import { modalityWords } from "#client/lib/modality-words.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import type { Clip } from "#shared/domain/clip.ts";
import type { Journey } from "#shared/domain/journey.ts";
import { clipFacts, clipHints, namesInShot, stillWanted } from "./clip-words.ts";
import { ClipPicture } from "./ClipPicture.tsx";
import { ClipRewatch } from "./ClipRewatch.tsx";
import styles from "./ClipRow.module.css";
import journeyStyles from "./Journey.module.css";

/** What somebody can do with a clip; each opens a dialog. */
export type ClipDeed = "add" | "edit" | "prepare" | "remove";

/** One clip: what the child starts, why it was chosen, who is in it, and whether it is ready. */
export function ClipRow(props: {
  readonly clip: Clip;
  readonly number: number;
  readonly journey: Journey;
  readonly moves: ReactNode;
  readonly onDeed: (deed: ClipDeed) => void;
}) {
  const { clip, number, journey, moves, onDeed } = props;
  const { title, why, preparation, media } = clip;
  const isPrepared = preparation !== "";
  const goesOn = journey.end === null;
  const wanted = stillWanted(clip, journey);
  return (
    <div id={`clip-${clip.clipId}`} className={styles["row"]}>
      {media !== null && <ClipPicture clipId={clip.clipId} />}
      <div className={styles["words"]}>
        <div className={styles["head"]}>
          <p className={styles["title"]}>
            {number}. {title}
          </p>
          {wanted.length === 0 && <StatusChip tone="good">{text("clips.ready")}</StatusChip>}
        </div>
        <p>{text("clips.started", { child: journey.childName, initiative: clip.initiative })}</p>
        {why !== "" && <p>{text("clips.why", { why })}</p>}
        <p className={journeyStyles["quiet"]}>{factsOf(clip, journey)}</p>
        {wanted.length > 0 && (
          <p>{text("clips.wanted", { what: new Intl.ListFormat("en-GB").format(wanted) })}</p>
        )}
        {clipHints(clip).map((hint) => (
          <p key={hint} className={journeyStyles["quiet"]}>
            {hint}
          </p>
        ))}
        {isPrepared && <p className={journeyStyles["preparation"]}>{preparation}</p>}
      </div>
      <div className={styles["actions"]}>
        {goesOn && media === null && (
          <Button onPress={() => onDeed("add")}>{text("clips.addFile")}</Button>
        )}
        {goesOn && <Deed title={title} id="clips.edit" onPress={() => onDeed("edit")} />}
        {goesOn && (
          <Deed
            title={title}
            id={isPrepared ? "notes.change" : "notes.prepare"}
            onPress={() => onDeed("prepare")}
          />
        )}
        {media !== null && <ClipRewatch clip={clip} journey={journey} />}
        <Deed title={title} id="clips.remove" onPress={() => onDeed("remove")} />
        {goesOn && (
          <span className={styles["moves"]} data-moves>
            {moves}
          </span>
        )}
      </div>
    </div>
  );
}

function factsOf(clip: Clip, journey: Journey): string {
  return [
    ...(clip.media === null ? [] : [clipFacts(clip.media)]),
    ...(clip.modality === null ? [] : [modalityWords(clip.modality)]),
    text("clips.inShot", { names: namesInShot(clip, journey.people) }),
  ].join(" · ");
}

function Deed(props: {
  readonly title: string;
  readonly id: "clips.edit" | "clips.remove" | "notes.change" | "notes.prepare";
  readonly onPress: () => void;
}) {
  const { title, id, onPress } = props;
  return (
    <Button kind="quiet" aria-label={text(`${id}Name`, { title })} onPress={onPress}>
      {text(id)}
    </Button>
  );
}
