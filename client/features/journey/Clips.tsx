import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { clipLimits } from "#shared/domain/clip.ts";
import type { Clip } from "#shared/domain/clip.ts";
import type { Cycle, Journey } from "#shared/domain/journey.ts";
import { AddClipDialog } from "./AddClipDialog.tsx";
import { ClipRow } from "./ClipRow.tsx";
import styles from "./Journey.module.css";
import { PreparationDialog } from "./PreparationDialog.tsx";
import { RemoveClipDialog } from "./RemoveClipDialog.tsx";

type Opened =
  | { readonly kind: "add"; readonly clip: Clip | null }
  | { readonly kind: "prepare" | "remove"; readonly clip: Clip };

/** The clips of one cycle, in the order they are looked at. */
export function Clips({ cycle, journey }: { readonly cycle: Cycle; readonly journey: Journey }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const clips = cycle.clips.toSorted((one, other) => one.position - other.position);
  const add = (
    <Button onPress={() => setOpened({ kind: "add", clip: null })}>{text("clips.add")}</Button>
  );
  return (
    <div className={styles["block"]}>
      <h3>{text("clips.title")}</h3>
      {clips.length === 0 ? (
        <EmptyState level={3} title={text("clips.none")} action={add}>
          {text("clips.noneWords")}
        </EmptyState>
      ) : (
        <>
          <ol className={styles["rows"]}>
            {clips.map((clip, index) => (
              <li key={clip.clipId}>
                <ClipRow
                  clip={clip}
                  number={index + 1}
                  journey={journey}
                  onAddFile={() => setOpened({ kind: "add", clip })}
                  onPrepare={() => setOpened({ kind: "prepare", clip })}
                  onRemove={() => setOpened({ kind: "remove", clip })}
                />
              </li>
            ))}
          </ol>
          {clips.length < clipLimits.perCycle && <div>{add}</div>}
        </>
      )}
      {opened?.kind === "add" && (
        <AddClipDialog
          cycleId={cycle.cycleId}
          journey={journey}
          begun={opened.clip}
          onClose={() => setOpened(null)}
        />
      )}
      {opened?.kind === "prepare" && (
        <PreparationDialog
          clip={opened.clip}
          practitionerName={journey.practitionerName}
          onClose={() => setOpened(null)}
        />
      )}
      {opened?.kind === "remove" && (
        <RemoveClipDialog clip={opened.clip} onClose={() => setOpened(null)} />
      )}
    </div>
  );
}
