import { memo } from "react";
import { BoardPanel } from "#client/features/board/BoardPanel.tsx";
import type { BoardView } from "#client/features/board/board-store.ts";
import { PreparedNotes } from "#client/features/notes/PreparedNotes.tsx";
import { FieldNudge } from "#client/features/practice/FieldNudge.tsx";
import { PromptPanel } from "#client/features/practice/PromptPanel.tsx";
import { PromptShown } from "#client/features/practice/PromptShown.tsx";
import { SettingsList } from "#client/features/practice/SettingsList.tsx";
import type { PlayerSnapshot } from "#client/features/playback/player-snapshot.ts";
import type { Playback } from "#client/features/playback/use-playback.ts";
import type { BoardConnection, BoardStatus } from "#client/lib/board-connection.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { Anchor } from "#shared/board/board-doc.ts";
import { clipIdSchema, observationIdSchema } from "#shared/domain/ids.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import type { BoardAsks } from "./board-asks.ts";
import type { Moments } from "./use-moments.ts";
import type { Practice } from "./use-practice.ts";
import { PractitionerNotes } from "./PractitionerNotes.tsx";
import { guiderOf, useFirstPanel } from "./use-first-panel.tsx";
import { useFrameNow } from "./use-frame-now.ts";
import { useGoalsRoom } from "./use-goals-room.ts";
import { useStills } from "./use-stills.ts";
import styles from "./Room.module.css";

export interface RoomBoardProps extends BoardAsks {
  readonly room: Room;
  readonly line: RoomConnection;
  readonly members: readonly Member[];
  readonly playback: Playback;
  readonly snapshot: PlayerSnapshot;
  readonly moments: Moments;
  readonly practice: Practice;
  /** Where the helping question and the goals stand. */
  readonly focusSlot: HTMLElement | null;
  readonly connection: BoardConnection;
  readonly board: BoardView;
  readonly status: BoardStatus;
}

/** The board with what it needs of the room: stills, names, going to a moment, new aims. Not drawn anew for the call. */
export const RoomBoard = memo(function RoomBoard(props: RoomBoardProps) {
  const { room, members, playback, moments, practice } = props;
  const { settings, nudges, promptId } = practice;
  const isGuider = room.me.role === "guider";
  const stills = useStills(props);

  const firstPanel = useFirstPanel(props);

  const frameNow = useFrameNow(playback.player);

  function visitPlace({ clipId, frame }: Anchor) {
    const known = clipIdSchema.safeParse(clipId);
    if (known.success) playback.player.visit(known.data, frame);
  }

  async function addAim(fromObservationId: string | null): Promise<string | null> {
    const from = fromObservationId === null ? null : observationIdSchema.parse(fromObservationId);
    const answer = await props.askAim(from);
    return answer.ok ? answer.value.aimId : null;
  }

  return (
    <>
      <div className={styles["prompts"]}>
        <PromptShown promptId={promptId} childName={room.childName} isMine={isGuider} />
        {isGuider && (
          <PromptPanel shownId={promptId} childName={room.childName} onShow={practice.showPrompt} />
        )}
        <PreparedNotes
          connection={props.line}
          room={room}
          clipId={props.snapshot.timeline?.clipId ?? null}
          guiderName={guiderOf(members)}
        />
      </div>
      <BoardPanel
        connection={props.connection}
        board={props.board}
        status={props.status}
        people={members}
        me={room.me.participantId}
        childName={room.childName}
        practitionerName={room.me.role === "practitioner" ? null : room.practitionerName}
        openClipId={props.snapshot.timeline?.clipId ?? null}
        currentId={moments.currentId}
        heldByMe={moments.heldByMe}
        onFocusTaken={moments.onFocusTaken}
        positionMsOf={moments.positionMsOf}
        clipIds={props.snapshot.clips.map(({ clipId }) => clipId)}
        frameNow={frameNow}
        framework={room.framework}
        {...stills}
        isCovered={props.snapshot.cover.isCovered}
        onVisit={moments.visit}
        onVisitPlace={visitPlace}
        onPin={props.onPin}
        onAddAim={addAim}
        onRemoveAim={props.onRemoveAim}
        onLeaveField={() => document.getElementById("video")?.focus()}
        onPlayTogether={() => playback.player.toggle()}
        focusSlot={props.focusSlot}
        goalsRoom={useGoalsRoom(props.line, room)}
        usesOutcomes={room.usesOutcomes}
        areStartersShown={settings.showsStarters}
        insteadOfCard={firstPanel}
        settings={<SettingsList settings={settings} onChange={practice.changeSettings} />}
        {...(settings.showsNudges && {
          underField: (path: string) => <FieldNudge nudges={nudges} path={path} />,
        })}
      />
      <PractitionerNotes room={room} board={props.board} moments={moments} />
    </>
  );
});
