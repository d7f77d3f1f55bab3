import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import type { View } from "#shared/playback/view.ts";
import { CoverScreen } from "./CoverScreen.tsx";
import { gateWords } from "./gate-words.ts";
import { loadingWords } from "./loading-words.ts";
import { LookSurface } from "./LookSurface.tsx";
import type { PlayerSnapshot } from "./player-snapshot.ts";
import styles from "./Stage.module.css";
import type { Playback } from "./use-playback.ts";
import { useWatermarkPlace } from "./use-watermark-place.ts";
import { WaitingNotice } from "./WaitingNotice.tsx";

/** What the stage needs. */
export interface StageProps {
  readonly playback: Playback;
  readonly snapshot: PlayerSnapshot;
  readonly me: ParticipantId;
  readonly viewerName: string;
  readonly members: readonly Member[];
  readonly mayCommand: boolean;
  /** My ring follows my hand. */
  readonly isPointing: boolean;
  /** What else is covered with the picture. */
  readonly coverNote?: string | null;
  /** Laid over the picture, under every notice and cover. */
  readonly captions?: ReactNode;
}

/** The dark stage with the clip: the biggest thing in the room. Hands on the picture look closer and point. */
export function Stage(props: StageProps) {
  const { playback, snapshot, me, viewerName, members, mayCommand } = props;
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
  // F6 leads to the stage; the keys that look into the picture belong to what lies over it.
  useEffect(() => {
    const section = stage.current;
    const handOn = () => section?.querySelector<HTMLElement>("[role=application]")?.focus();
    section?.addEventListener("focus", handOn);
    return () => section?.removeEventListener("focus", handOn);
  }, []);
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
      data-epoch={snapshot.timeline?.epoch ?? ""}
      data-revision={snapshot.timeline?.revision ?? ""}
      data-clip-id={snapshot.clip?.clipId ?? ""}
    >
      <div className={styles["picture"]} style={{ "--shape": shapeOf(snapshot) }}>
        <div
          ref={holder}
          className={styles["film"]}
          style={{ transform: shownBy(snapshot.view) }}
        />
        <LookSurface
          player={player}
          snapshot={snapshot}
          me={me}
          members={members}
          isPointing={props.isPointing}
          mayMove={mayCommand || snapshot.isOnOwn}
        />
        <p className={styles["watermark"]} data-place={place} aria-hidden="true">
          {text("playback.watermark", { name: viewerName })}
        </p>
        {snapshot.gate === null && props.captions}
      </div>
      <StageNotice {...props} />
      {snapshot.cover.isCovered && (
        <CoverScreen
          cover={snapshot.cover}
          me={me}
          members={members}
          note={props.coverNote ?? null}
          onUncover={() => player.uncover()}
        />
      )}
    </section>
  );
}

function shapeOf({ clip }: PlayerSnapshot): number {
  return clip === null ? 16 / 9 : clip.media.width / clip.media.height;
}

/** The film larger and moved, so that the view's part of it fills the picture. */
function shownBy({ zoom, centre }: View): string {
  const [x, y] = [centre.x, centre.y].map((at) => 100 * (0.5 - at * zoom));
  return `translate(${x}%, ${y}%) scale(${zoom})`;
}

function StageNotice({ playback, snapshot, members, me, mayCommand }: StageProps) {
  const { player } = playback;
  if (snapshot.picture === "blocked") {
    return (
      <div className={styles["notice"]}>
        <p>{text("playback.blocked")}</p>
        <Button kind="primary" onStage onPress={() => player.unblock()}>
          {text("playback.unblock")}
        </Button>
      </div>
    );
  }
  const words = loadingWords(snapshot);
  if (words !== null) {
    return (
      <div className={styles["notice"]}>
        <output>{words}</output>
      </div>
    );
  }
  if (snapshot.gate === null || snapshot.isOnOwn) return null;
  return (
    <WaitingNotice
      words={gateWords(snapshot.gate, members, me, mayCommand)}
      onGoOn={() => player.goOnWithout()}
    />
  );
}
