import { useEffect, useState, useSyncExternalStore } from "react";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { useRoomNews } from "#client/lib/use-room-news.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { RoomClip } from "#shared/protocol/http-api.ts";
import { announcementsOf } from "./announcements.ts";
import type { Announcement } from "./announcements.ts";
import { announceLooking } from "./look-announcements.ts";
import { createClipLoader } from "./clip-loader.ts";
import { createClipPlayer } from "./clip-player.ts";
import type { ClipPlayer } from "./clip-player.ts";
import type { PlayerPosition, PlayerSnapshot } from "./player-snapshot.ts";
import { browserSight, browserTime } from "./surroundings.ts";
import { syncWords } from "./sync-words.ts";
import type { SyncWords } from "./sync-words.ts";
import { createVideoElement, pictureOf } from "./video-picture.ts";

/** The player of this tab with the element it moves; the same for as long as the room is open. */
export interface Playback {
  readonly player: ClipPlayer;
  readonly video: HTMLVideoElement;
}

/** What playback needs to know of the room. */
export interface PlaybackRoom {
  readonly me: { readonly participantId: ParticipantId };
  readonly clips: readonly RoomClip[];
}

/**
 * Opens the player once, for the connection of the first drawing (give the component a `key` when that
 * can change). New clips are taken over as they come. `mayStart` is asked before each start for both.
 */
export function usePlayback(
  connection: RoomConnection,
  room: PlaybackRoom,
  mayStart: () => boolean,
): Playback {
  const [playback] = useState(() => openPlayback(connection, room.me.participantId, mayStart));
  useEffect(() => playback.player.open(), [playback]);
  useEffect(() => playback.player.setClips(room.clips), [playback, room.clips]);
  return playback;
}

function openPlayback(
  connection: RoomConnection,
  me: ParticipantId,
  mayStart: () => boolean,
): Playback {
  const video = createVideoElement();
  const player = createClipPlayer({
    connection,
    me,
    mayStart,
    loader: createClipLoader(),
    picture: pictureOf(video),
    time: browserTime,
    sight: browserSight,
  });
  return { player, video };
}

/** What the player shows now. */
export function usePlayerSnapshot(player: ClipPlayer): PlayerSnapshot {
  return useSyncExternalStore(
    (listener) => player.subscribe(listener),
    () => player.snapshot(),
  );
}

/** Where the clip is now, in ms; for what shows the place alone. */
export function usePlayerPosition(player: PlayerPosition): number {
  return useSyncExternalStore(
    (listener) => player.onPosition(listener),
    () => player.positionMs(),
  );
}

/** The sentence of the SyncPill. */
export function useSyncWords(
  connection: RoomConnection,
  snapshot: PlayerSnapshot,
  me: ParticipantId,
): SyncWords | null {
  return syncWords(snapshot, useRoomNews(connection, "members:changed") ?? [], me);
}

/** Reads out what others did with the picture. */
export function usePlaybackAnnouncements(
  playback: Playback,
  connection: RoomConnection,
  me: ParticipantId,
  announce: (words: string, urgency: Announcement["urgency"]) => void,
): void {
  useEffect(() => {
    let before = playback.player.snapshot();
    return playback.player.subscribe(() => {
      const next = playback.player.snapshot();
      const members = connection.latest("members:changed") ?? [];
      for (const said of announcementsOf(before, next, members, me)) {
        announce(said.words, said.urgency);
      }
      before = next;
    });
  }, [playback, connection, me, announce]);
  useEffect(
    () =>
      announceLooking(
        connection,
        me,
        () => browserTime.nowMs(),
        (words) => announce(words, "polite"),
      ),
    [connection, me, announce],
  );
}
