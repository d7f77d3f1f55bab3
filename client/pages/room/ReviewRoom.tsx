import { useCallback, useMemo, useState } from "react";
import { ReminderLine } from "#client/features/agenda/EndReminder.tsx";
import { useEndReminder } from "#client/features/agenda/use-end-reminder.ts";
import { weakLineWords } from "#client/features/call/call-words.ts";
import { SaveChip } from "#client/features/board/SaveChip.tsx";
import { useBoard, useBoardConnection, useBoardStatus } from "#client/features/board/use-board.ts";
import { useClipText } from "#client/features/captions/use-clip-text.ts";
import { KeyList } from "#client/features/playback/KeyList.tsx";
import type { KeyAction } from "#client/features/playback/keyboard.ts";
import {
  usePlaybackAnnouncements,
  usePlayerSnapshot,
} from "#client/features/playback/use-playback.ts";
import { usePlaybackKeys } from "#client/features/playback/use-playback-keys.ts";
import { PlayQuestionNote } from "#client/features/practice/PlayQuestionNote.tsx";
import { SignedBand } from "#client/features/signing/SignedBand.tsx";
import { LinkNotices } from "#client/features/presence/LinkNotices.tsx";
import { announce } from "#client/lib/announce.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { useRoomLink, useRoomNews } from "#client/lib/use-room-news.ts";
import { SkipLinks } from "#client/ui/SkipLinks.tsx";
import type { Room } from "#shared/protocol/http-api.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { ReadMarks } from "./AtPosition.tsx";
import { createBoardAsks } from "./board-asks.ts";
import { CallSounds } from "./CallSounds.tsx";
import { doKey } from "./do-key.ts";
import { Ending } from "./Ending.tsx";
import { LinkChip } from "./LinkChip.tsx";
import { RoomBoard } from "./RoomBoard.tsx";
import { RoomHeader } from "./RoomHeader.tsx";
import { SeatElsewhere } from "./SeatElsewhere.tsx";
import { Theatre } from "./Theatre.tsx";
import { useAskingPlayback } from "./use-asked-playback.ts";
import { useBoardLine, useHeldAnnouncements } from "./use-board-line.ts";
import { useMoments } from "./use-moments.ts";
import { usePractice } from "./use-practice.ts";
import { useRestingBoard } from "./use-resting-board.ts";
import { useRoomCall } from "./use-room-call.ts";
import styles from "./Room.module.css";

export interface ReviewRoomProps {
  readonly connection: RoomConnection;
  readonly room: Room;
  readonly tabId: string;
}

const nobody: readonly Member[] = [];

/** The room: the clip both see, the board both write, who is here. */
export function ReviewRoom({ connection, room, tabId }: ReviewRoomProps) {
  const { me } = room;
  const mayCommand = me.role !== "supervisor";
  const link = useRoomLink(connection);
  const members = useRoomNews(connection, "members:changed") ?? nobody;
  const [playback, question] = useAskingPlayback(connection, room);
  const snapshot = usePlayerSnapshot(playback.player);
  usePlaybackAnnouncements(playback, connection, me.participantId, announce);
  const clipText = useClipText(snapshot.clip);

  const seat = {
    reviewId: room.reviewId,
    boardEpoch: room.boardEpoch,
    tabId,
    canWrite: mayCommand,
  };
  const boardConnection = useBoardConnection(seat);
  const restingBoard = useRestingBoard(connection, boardConnection);
  const board = useBoard(boardConnection);
  const status = useBoardStatus(boardConnection);
  const moments = useMoments(playback, snapshot, board, members);
  const practice = usePractice({ connection, me, player: playback.player, board, question });
  useBoardLine(connection, boardConnection);
  useHeldAnnouncements(connection, me.participantId);
  const reminder = useEndReminder(connection, room);
  const [focusSlot, setFocusSlot] = useState<HTMLElement | null>(null);
  const [isLarge, setLarge] = useState(false);
  const [isPointing, setPointing] = useState(false);
  const [areKeysShown, showKeys] = useState(false);
  const [areKeysOn, setKeysOn] = useState(true);

  const handleKey = useCallback(
    (action: KeyAction) =>
      doKey(action, {
        player: playback.player,
        mayCommand,
        moments,
        setLarge,
        setPointing,
        toggleText: clipText.toggleByKey,
        showKeys: () => showKeys(true),
      }),
    [playback.player, mayCommand, moments, clipText.toggleByKey],
  );
  usePlaybackKeys(areKeysOn, handleKey);
  const asks = useMemo(() => createBoardAsks(connection), [connection]);
  const roomCall = useRoomCall({ connection, room, tabId, playback, areKeysOn });
  const call = roomCall?.snapshot ?? null;

  return (
    <div className={styles["room"]} data-large={isLarge} style={{ "--faces": members.length }}>
      <SkipLinks
        links={[
          { targetId: "video", label: text("room.skipToVideo") },
          { targetId: "board", label: text("room.skipToBoard") },
        ]}
      />
      <RoomHeader
        room={room}
        connection={connection}
        reminder={reminder}
        player={playback.player}
        snapshot={snapshot}
        save={status.save}
        onLeave={() => boardConnection?.close({ forgetUnsent: true })}
        isBehind={isLarge}
      >
        <LinkChip link={link.kind} callWords={call && weakLineWords(call)} />
        <SaveChip status={status} />
      </RoomHeader>
      <ReadMarks player={playback.player} snapshot={snapshot} isOn={clipText.choice.descriptions} />
      <main id="main" tabIndex={-1} className={styles["main"]}>
        <div className={styles["notices"]}>
          <LinkNotices
            members={members}
            me={me.participantId}
            isOwnLinkLost={link.kind === "lost"}
          />
          {reminder !== null && <ReminderLine reminder={reminder} />}
          {roomCall !== null && <CallSounds {...roomCall} />}
        </div>
        {!isLarge && <div ref={setFocusSlot} className={styles["focus"]} />}
        <Theatre
          room={room}
          connection={connection}
          playback={playback}
          snapshot={snapshot}
          members={members}
          moments={moments}
          roomCall={roomCall}
          clipText={clipText}
          isLarge={isLarge}
          onLargeChange={setLarge}
          largeFocus={isLarge && <div ref={setFocusSlot} />}
          playQuestion={<PlayQuestionNote names={practice.askedAbout} />}
          isPointing={isPointing && mayCommand && !snapshot.isOnOwn}
          onPointingChange={setPointing}
          onShowKeys={() => showKeys(true)}
        />
        <aside
          id="board"
          tabIndex={-1}
          inert={isLarge}
          className={styles["board"]}
          aria-label={text("room.board")}
        >
          <SignedBand connection={connection} mayWriteOn={mayCommand} />
          {restingBoard !== null && (
            <RoomBoard
              room={room}
              line={connection}
              members={members}
              playback={playback}
              snapshot={snapshot}
              moments={moments}
              practice={practice}
              focusSlot={focusSlot}
              connection={restingBoard}
              board={board}
              status={status}
              {...asks}
            />
          )}
        </aside>
      </main>
      {boardConnection !== null && (
        <Ending
          room={room}
          connection={connection}
          members={members}
          doc={boardConnection.doc}
          moments={moments}
        />
      )}
      <KeyList
        isOpen={areKeysShown}
        onClose={() => showKeys(false)}
        areKeysOn={areKeysOn}
        onKeysOnChange={setKeysOn}
      />
      {link.kind === "here" && !snapshot.isSeated && snapshot.timeline !== null && (
        <SeatElsewhere connection={connection} onTaken={() => boardConnection?.reconnectNow()} />
      )}
    </div>
  );
}
