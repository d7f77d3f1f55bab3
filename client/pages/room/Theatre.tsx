import { useCallback, useRef, useState } from "react";
import type { ReactNode } from "react";
import { ClipCaptions } from "#client/features/captions/ClipCaptions.tsx";
import { ClipTextButtons } from "#client/features/captions/ClipTextButtons.tsx";
import { ClipTextLines } from "#client/features/captions/ClipTextLines.tsx";
import type { ClipTextSwitches } from "#client/features/captions/use-clip-text.ts";
import { ClipStrip } from "#client/features/playback/ClipStrip.tsx";
import { LoopChip } from "#client/features/playback/LoopChip.tsx";
import { LookTools } from "#client/features/playback/LookTools.tsx";
import { OwnBand } from "#client/features/playback/OwnBand.tsx";
import { ThenAndNow } from "#client/features/growth/ThenAndNow.tsx";
import { LargeVideo } from "#client/features/playback/LargeVideo.tsx";
import type { PlayerSnapshot } from "#client/features/playback/player-snapshot.ts";
import { Scrubber } from "#client/features/playback/Scrubber.tsx";
import { Stage } from "#client/features/playback/Stage.tsx";
import { SyncPill } from "#client/features/playback/SyncPill.tsx";
import { Transport } from "#client/features/playback/Transport.tsx";
import { useSyncWords } from "#client/features/playback/use-playback.ts";
import type { Playback } from "#client/features/playback/use-playback.ts";
import { CallBar } from "#client/features/call/CallBar.tsx";
import { memberFace } from "#client/features/call/member-face.tsx";
import { Roster } from "#client/features/presence/Roster.tsx";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { useRoomPlace } from "#client/lib/room-places.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Room } from "#shared/protocol/http-api.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { PlayedCaptions } from "./AtPosition.tsx";
import type { Moments } from "./use-moments.ts";
import { isInCall } from "./use-room-call.ts";
import type { RoomCall } from "./use-room-call.ts";
import styles from "./Room.module.css";

export interface TheatreProps {
  readonly room: Room;
  readonly connection: RoomConnection;
  readonly playback: Playback;
  readonly snapshot: PlayerSnapshot;
  readonly members: readonly Member[];
  readonly moments: Moments;
  readonly roomCall: RoomCall | null;
  /** Captions and descriptions, as this person wants them. */
  readonly clipText: ClipTextSwitches;
  readonly isLarge: boolean;
  readonly onLargeChange: (isLarge: boolean) => void;
  readonly isPointing: boolean;
  readonly onPointingChange: (isPointing: boolean) => void;
  readonly onShowKeys: () => void;
  /** What stays in sight over the large video. */
  readonly largeFocus: ReactNode;
  /** Beside the play button. */
  readonly playQuestion: ReactNode;
}

/** The picture with everything that moves it, and who is looking. */
export function Theatre(props: TheatreProps) {
  const { room, connection, playback, snapshot, members, moments, isLarge, isPointing } = props;
  const { choice, switches } = props.clipText;
  const { me } = room;
  const { player } = playback;
  const isCalling = props.roomCall !== null && isInCall(props.roomCall.snapshot);
  const mayCommand = me.role !== "supervisor";
  const trouble =
    moments.notHeld ?? (snapshot.refused === "loop-length" ? text("refusal.loop-length") : null);
  const sync = useSyncWords(connection, snapshot, me.participantId);
  const isPaused = snapshot.timeline?.motion.kind === "paused";
  const [areToolsOpen, setToolsOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useRoomPlace(
    "clips",
    useCallback(() => place.current?.focus(), []),
  );
  const isTalkAlone = room.kind === "focus" && room.clips.length === 0;
  const pauseForAll = () => {
    if (mayCommand) player.pause();
  };
  // Whoever looks on their own moves nobody else.
  const watching = { player, snapshot, mayCommand: mayCommand || snapshot.isOnOwn };

  return (
    <div ref={place} id="video" tabIndex={-1} className={styles["theatre"]} data-talk={isTalkAlone}>
      <LargeVideo isLarge={isLarge} onLargeChange={props.onLargeChange}>
        {room.clips.length === 0 ? (
          <NoClips role={me.role} kind={room.kind} />
        ) : (
          <Stage
            playback={playback}
            snapshot={snapshot}
            me={me.participantId}
            viewerName={me.name}
            members={members}
            mayCommand={mayCommand}
            isPointing={isPointing}
            coverNote={isCalling ? text("call.covered") : null}
            captions={choice.captions && <PlayedCaptions player={player} snapshot={snapshot} />}
          />
        )}
        <div className={styles["largeFocus"]}>{props.largeFocus}</div>
        <div className={styles["top"]}>
          {snapshot.isOnOwn && (
            <div className={styles["own"]}>
              <OwnBand
                me={me.participantId}
                members={members}
                onBack={() => player.backTogether()}
              />
            </div>
          )}
          <div className={styles["pill"]}>
            <SyncPill sync={sync} isPaused={isPaused} />
          </div>
          <div className={styles["tools"]}>
            <LoopChip
              player={player}
              snapshot={snapshot}
              mayCommand={mayCommand}
              isShort={areToolsOpen || snapshot.isOnOwn}
            />
            <LookTools
              player={player}
              snapshot={snapshot}
              mayCommand={mayCommand}
              isOpen={areToolsOpen}
              onOpenChange={setToolsOpen}
              isPointing={isPointing}
              onPointingChange={props.onPointingChange}
            />
            <ClipTextButtons switches={switches} />
          </div>
        </div>
        <div className={styles["under"]}>
          <ClipTextLines clip={snapshot.clip} choice={choice} />
          <Scrubber
            {...watching}
            moments={moments.onScrubber}
            onVisit={({ observationId }) => moments.visit(observationId)}
          />
          <Transport
            {...watching}
            isLarge={isLarge}
            onLargeChange={props.onLargeChange}
            areToolsOpen={areToolsOpen}
            onToolsOpenChange={setToolsOpen}
            switches={switches}
            onShowKeys={props.onShowKeys}
            playQuestion={props.playQuestion}
            holdButton={
              mayCommand && (
                <Button kind="hold" onStage onPress={moments.hold}>
                  {text("room.hold")}
                </Button>
              )
            }
          />
        </div>
        <div className={styles["foot"]}>
          <div className={styles["clips"]}>
            <ClipStrip {...watching} />
            <ThenAndNow
              clips={snapshot.clips}
              isCovered={snapshot.cover.isCovered}
              viewerName={me.name}
              drawCaptions={drawCaptions}
              onOpen={pauseForAll}
            />
          </div>
          <Here members={members} me={me.participantId} roomCall={props.roomCall} />
          {me.role === "supervisor" && <p>{text("room.watching")}</p>}
        </div>
      </LargeVideo>
      {trouble !== null && (
        <Notice tone="attention" isAnnounced>
          {trouble}
        </Notice>
      )}
    </div>
  );
}

/** Captions as on the stage. */
function drawCaptions(captions: string, positionMs: number) {
  return <ClipCaptions captions={captions} positionMs={positionMs} />;
}

type HereProps = Pick<TheatreProps, "members" | "roomCall"> & { readonly me: string };

/** Who is here, with their faces while there is a call, and the call's controls. */
function Here({ members, me, roomCall }: HereProps) {
  const snapshot = roomCall?.snapshot ?? null;
  const inCall = snapshot !== null && isInCall(snapshot) ? snapshot : null;
  return (
    <div className={styles["here"]}>
      <div className={styles["faces"]} data-in-call={inCall !== null}>
        <Roster
          members={members}
          me={me}
          onStage
          faceOf={inCall && ((participantId) => memberFace(inCall, participantId, me))}
        />
      </div>
      {roomCall !== null && <CallBar {...roomCall} />}
    </div>
  );
}

/** A first talk needs no clips: then none is missing. */
function NoClips({
  role,
  kind,
}: {
  readonly role: Room["me"]["role"];
  readonly kind: Room["kind"];
}) {
  const words = role === "guider" ? "room.noClipsGuider" : "room.noClipsGuest";
  const isFirstTalk = kind === "focus";
  return (
    <div className={styles["noClips"]}>
      <h2>{text(isFirstTalk ? "focus.first.noClips" : "room.noClips")}</h2>
      <p>{text(isFirstTalk ? "focus.first.noClipsWords" : words)}</p>
    </div>
  );
}
