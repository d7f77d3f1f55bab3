import { useState } from "react";
import { Link } from "wouter";
import { paths } from "#client/lib/paths.ts";
import { text } from "#client/lib/text.ts";
import { Button, buttonClasses } from "#client/ui/Button.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { clipLimits } from "#shared/domain/clip.ts";
import type { Cycle, Journey } from "#shared/domain/journey.ts";
import { ClipDialog } from "./ClipDialog.tsx";
import type { OpenedClip } from "./ClipDialog.tsx";
import { ClipMoves } from "./ClipMoves.tsx";
import { ClipRow } from "./ClipRow.tsx";
import styles from "./Journey.module.css";
import { useClipOrder } from "./use-clip-order.ts";

/** The clips of one cycle, in the order they are looked at. */
export function Clips({ cycle, journey }: { readonly cycle: Cycle; readonly journey: Journey }) {
  const [opened, setOpened] = useState<OpenedClip | null>(null);
  const clips = cycle.clips.toSorted((one, other) => one.position - other.position);
  const order = useClipOrder(cycle.cycleId, clips);
  const add =
    journey.end !== null ? undefined : (
      <div className={styles["cardFoot"]}>
        <Link
          href={paths.studio(journey.journeyId, cycle.cycleId)}
          className={buttonClasses("plain")}
        >
          {text("studio.open")}
        </Link>
        <Button kind="quiet" onPress={() => setOpened({ kind: "add", clip: null })}>
          {text("clips.add")}
        </Button>
      </div>
    );
  return (
    <div className={styles["block"]}>
      <h3>{text("clips.title")}</h3>
      {order.refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {order.refusal}
        </Notice>
      )}
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
                  moves={
                    <ClipMoves
                      title={clip.title}
                      isFirst={index === 0}
                      isLast={index === clips.length - 1}
                      onMove={(by) => void order.move(clip, by)}
                    />
                  }
                  onDeed={(kind) => setOpened({ kind, clip })}
                />
              </li>
            ))}
          </ol>
          {clips.length > clipLimits.softPerCycle && (
            <p className={styles["quiet"]}>{text("clips.softCount")}</p>
          )}
          {clips.length < clipLimits.perCycle && add}
        </>
      )}
      {opened !== null && (
        <ClipDialog
          opened={opened}
          cycle={cycle}
          journey={journey}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}
