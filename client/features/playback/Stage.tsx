import { useEffect, useRef } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { CoverScreen } from "./CoverScreen.tsx";
import { loadingWords } from "./loading-words.ts";
import type { PlayerSnapshot } from "./player-snapshot.ts";
import styles from "./Stage.module.css";
import type { Playback } from "./use-playback.ts";
import { useWatermarkPlace } from "./use-watermark-place.ts";

/** What the stage needs. */
export interface StageProps {
  readonly playback: Playback;
  readonly snapshot: PlayerSnapshot;
  readonly me: ParticipantId;
  readonly viewerName: string;
  readonly members: readonly Member[];
}

/** The dark stage with the clip: the biggest thing in the room. It has no controls of its own. */
export function Stage({ playback, snapshot, me, viewerName, members }: StageProps) {
  const stage = useRef<HTMLElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const place = useWatermarkPlace(snapshot);
  const { player, video } = playback;
  const title = snapshot.clip?.title ?? "";

  useEffect(() => {
    holder.current?.append(video);
    return () => video.remove();
  }, [video]);
  useEffect(() => {
    video.setAttribute("aria-label", title);
  }, [video, title]);
  // Each presented frame is noted on the element itself: far too often to draw anew for.
  useEffect(
    () =>
      player.onFrameShown((frame) => {
        stage.current?.setAttribute("data-shown-frame", frame === null ? "" : String(frame));
      }),
    [player],
  );

  return (
    <section
      ref={stage}
      className={styles["stage"]}
      aria-label={text("playback.region")}
      data-phase={snapshot.phase}
      data-agreement={snapshot.agreement ?? "none"}
      data-revision={snapshot.timeline?.revision ?? ""}
      data-clip-id={snapshot.clip?.clipId ?? ""}
    >
      <div className={styles["picture"]} style={{ "--shape": shapeOf(snapshot) }}>
        <div ref={holder} className={styles["film"]} />
        <p className={styles["watermark"]} data-place={place} aria-hidden="true">
          {text("playback.watermark", { name: viewerName })}
        </p>
      </div>
      <StageNotice snapshot={snapshot} onTap={() => player.unblock()} />
      {snapshot.cover.isCovered && (
        <CoverScreen
          cover={snapshot.cover}
          me={me}
          members={members}
          onUncover={() => player.uncover()}
        />
      )}
    </section>
  );
}

function shapeOf({ clip }: PlayerSnapshot): number {
  return clip === null ? 16 / 9 : clip.media.width / clip.media.height;
}

function StageNotice(props: { readonly snapshot: PlayerSnapshot; readonly onTap: () => void }) {
  if (props.snapshot.picture === "blocked") {
    return (
      <div className={styles["notice"]}>
        <p>{text("playback.blocked")}</p>
        <Button kind="primary" onStage onPress={props.onTap}>
          {text("playback.unblock")}
        </Button>
      </div>
    );
  }
  const words = loadingWords(props.snapshot);
  return words === null ? null : (
    <div className={styles["notice"]}>
      <output>{words}</output>
    </div>
  );
}
