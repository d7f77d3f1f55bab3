import { useCallback, useEffect, useState } from "react";
import { SaveChip } from "#client/features/board/SaveChip.tsx";
import { useBoard, useBoardConnection, useBoardStatus } from "#client/features/board/use-board.ts";
import { KeyList } from "#client/features/playback/KeyList.tsx";
import type { KeyAction } from "#client/features/playback/keyboard.ts";
import {
  usePlayback,
  usePlaybackAnnouncements,
  usePlayerSnapshot,
} from "#client/features/playback/use-playback.ts";
import { usePlaybackKeys } from "#client/features/playback/use-playback-keys.ts";
import { LinkNotices } from "#client/features/presence/LinkNotices.tsx";
import { announce } from "#client/lib/announce.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { useRoomLink, useRoomNews } from "#client/lib/use-room-news.ts";
import { SkipLinks } from "#client/ui/SkipLinks.tsx";
import { commandIdSchema } from "#shared/domain/ids.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import { doKey } from "./do-key.ts";
import { LinkChip } from "./LinkChip.tsx";
import { RoomBoard } from "./RoomBoard.tsx";
import { RoomHeader } from "./RoomHeader.tsx";
import { SeatElsewhere } from "./SeatElsewhere.tsx";
import { Theatre } from "./Theatre.tsx";
import { useMoments } from "./use-moments.ts";
import styles from "./Room.module.css";

export interface ReviewRoomProps {
  readonly connection: RoomConnection;
  readonly room: Room;
  readonly tabId: string;
}

/** The room: the clip both see, the board both write, who is here. */
export function ReviewRoom({ connection, room, tabId }: ReviewRoomProps) {
  const { me } = room;
  const mayCommand = me.role !== "supervisor";
  const link = useRoomLink(connection);
  const members = useRoomNews(connection, "members:changed") ?? [];
  const playback = usePlayback(connection, room);
  const snapshot = usePlayerSnapshot(playback.player);
  usePlaybackAnnouncements(playback, connection, me.participantId, announce);

  const seat = {
    reviewId: room.reviewId,
    boardEpoch: room.boardEpoch,
    tabId,
    canWrite: mayCommand,
  };
  const boardConnection = useBoardConnection(seat);
  const board = useBoard(boardConnection);
  const status = useBoardStatus(boardConnection);
  const moments = useMoments(playback, snapshot, board, members);
  const [isLarge, setLarge] = useState(false);
  const [isPointing, setPointing] = useState(false);
  const [areKeysShown, showKeys] = useState(false);
  const [areKeysOn, setKeysOn] = useState(true);

  const isHere = link.kind === "here";
  // The room's heartbeat notices a dead line long before the board's socket would.
  useEffect(() => {
    let wasLost = false;
    return connection.onLink(({ kind }) => {
      // Lost: the board's socket is as dead as the room's. Back: it need not wait for its next try.
      if (kind === "lost" || (kind === "here" && wasLost)) boardConnection?.reconnectNow();
      wasLost = kind === "lost";
    });
  }, [connection, boardConnection]);
  useEffect(
    () =>
      connection.on("room:closed", ({ reason }) => {
        if (reason !== "server-restarting") boardConnection?.close({ forgetUnsent: true });
      }),
    [connection, boardConnection],
  );
  useEffect(
    () =>
      connection.on("moment:held", ({ by }) => {
        const holder = connection
          .latest("members:changed")
          ?.find((one) => one.participantId === by);
        if (by !== me.participantId && holder !== undefined) {
          announce(text("room.held", { name: holder.name }));
        }
      }),
    [connection, me.participantId],
  );

  const handleKey = useCallback(
    (action: KeyAction) =>
      doKey(action, {
        player: playback.player,
        mayCommand,
        moments,
        setLarge,
        setPointing,
        showKeys: () => showKeys(true),
      }),
    [playback.player, mayCommand, moments],
  );
  usePlaybackKeys(areKeysOn, handleKey);

  return (
    <div className={styles["room"]} data-large={isLarge} data-covered={snapshot.cover.isCovered}>
      <SkipLinks
        links={[
          { targetId: "video", label: text("room.skipToVideo") },
          { targetId: "board", label: text("room.skipToBoard") },
        ]}
      />
      <RoomHeader room={room} connection={connection} save={status.save} isBehind={isLarge}>
        <LinkChip link={link.kind} />
        <SaveChip status={status} />
      </RoomHeader>
      <main id="main" tabIndex={-1} className={styles["main"]}>
        <div className={styles["notices"]}>
          <LinkNotices
            members={members}
            me={me.participantId}
            isOwnLinkLost={link.kind === "lost"}
          />
        </div>
        <Theatre
          room={room}
          connection={connection}
          playback={playback}
          snapshot={snapshot}
          members={members}
          moments={moments}
          isLarge={isLarge}
          onLargeChange={setLarge}
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
          {boardConnection !== null && (
            <RoomBoard
              room={room}
              members={members}
              playback={playback}
              snapshot={snapshot}
              moments={moments}
              connection={boardConnection}
              board={board}
              status={status}
              askAim={(fromObservationId) =>
                connection.ask("aim:add", {
                  commandId: commandIdSchema.parse(crypto.randomUUID()),
                  fromObservationId,
                })
              }
            />
          )}
        </aside>
      </main>
      <KeyList
        isOpen={areKeysShown}
        onClose={() => showKeys(false)}
        areKeysOn={areKeysOn}
        onKeysOnChange={setKeysOn}
      />
      {isHere && !snapshot.isSeated && snapshot.timeline !== null && (
        <SeatElsewhere connection={connection} onTaken={() => boardConnection?.reconnectNow()} />
      )}
    </div>
  );
}
