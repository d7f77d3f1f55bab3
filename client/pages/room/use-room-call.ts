import { useCallback, useEffect, useMemo, useState } from "react";
import { createCallAnnouncer } from "#client/features/call/call-announcements.ts";
import type { Call, CallSnapshot } from "#client/features/call/call.ts";
import { createCall } from "#client/features/call/call-session.ts";
import { hasLeftCall } from "#client/features/call/left-call.ts";
import { createTalkPress } from "#client/features/call/talk-press.ts";
import { useCallSnapshot, useOpenCall } from "#client/features/call/use-call.ts";
import { useCallKeys } from "#client/features/call/use-call-keys.ts";
import type { Playback } from "#client/features/playback/use-playback.ts";
import { announce } from "#client/lib/announce.ts";
import { playOn } from "#client/lib/play-on.ts";
import { createClipVolume } from "#client/lib/clip-volume.ts";
import type { ClipVolume } from "#client/lib/clip-volume.ts";
import { readJoiningChoice } from "#client/lib/joining-choice.ts";
import type { CallBarProps } from "#client/features/call/CallBar.tsx";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { Room } from "#shared/protocol/http-api.ts";

/** The call as the room shows it, with how loud its clip is. */
export type RoomCall = CallBarProps;

/** What the call of a room is made of. */
export interface RoomCallParts {
  readonly connection: RoomConnection;
  readonly room: Room;
  readonly tabId: string;
  readonly playback: Playback;
  /** Single keys can be switched off. */
  readonly areKeysOn: boolean;
}

/** The one call of this page: silent under the cover, and the clip steps back while somebody speaks. Null at first. */
export function useRoomCall(parts: RoomCallParts): RoomCall | null {
  const { connection, room, tabId, playback, areKeysOn } = parts;
  const { reviewId } = room;
  const { participantId } = room.me;
  const { player } = playback;
  const open = useCallback(
    () =>
      createCall({
        connection,
        me: participantId,
        tabId,
        choice: hasLeftCall(reviewId) ? null : readJoiningChoice(),
        mayUseLine: () => player.snapshot().phase !== "loading",
      }),
    [connection, reviewId, participantId, tabId, player],
  );
  const call = useOpenCall(open);
  const snapshot = useCallSnapshot(call);
  const talk = useMemo(() => (call === null ? null : createTalkPress(call)), [call]);
  const nameOf = useCallback(
    (who: string) =>
      connection.latest("members:changed")?.find((member) => member.participantId === who)?.name ??
      "",
    [connection],
  );
  const volume = useClipVolume(playback, call);
  useChosenSpeaker(playback, snapshot && call?.devices().chosen.speaker);
  useSilenceUnderCover(call, playback);
  useCallAnnouncements(call, nameOf);
  const isIn = snapshot !== null && isInCall(snapshot);
  useCallKeys(areKeysOn, call !== null && talk !== null && isIn ? { call, talk } : null);

  if (call === null || snapshot === null || talk === null) return null;
  return { reviewId, call, snapshot, talk, volume, nameOf };
}

/** Whether this person is in the call, or on the way in. */
export function isInCall({ state }: CallSnapshot): boolean {
  return state !== "left" && state !== "unavailable";
}

/** Straight from the player: before anything is drawn, and though the room's line be dead. */
function useSilenceUnderCover(call: Call | null, { player }: Playback): void {
  useEffect(() => {
    if (call === null) return undefined;
    const heed = () => call.silence(player.snapshot().cover.isCovered);
    heed();
    return player.subscribe(heed);
  }, [call, player]);
}

/** The clip gives way straight from what is heard: drawing the whole room first would cost it half its time. */
function useClipVolume({ video }: Playback, call: Call | null): ClipVolume {
  const [volume] = useState(createClipVolume);
  useEffect(() => {
    volume.applyTo(video);
    return () => volume.close();
  }, [volume, video]);
  useEffect(() => {
    if (call === null) return undefined;
    const heed = () => volume.setSpeaking(isAnybodyHeard(call.now()));
    const unheed = call.onChange(heed);
    heed();
    return () => {
      unheed();
      volume.setSpeaking(false);
    };
  }, [volume, call]);
  return volume;
}

/** The clip is heard where the voices are: a headset keeps it out of the microphone. */
function useChosenSpeaker({ video }: Playback, speakerId: string | null = null): void {
  useEffect(() => playOn(video, speakerId), [video, speakerId]);
}

function isAnybodyHeard({ isSilenced, me, people }: CallSnapshot): boolean {
  return !isSilenced && [me, ...people].some(({ isSpeaking }) => isSpeaking);
}

function useCallAnnouncements(call: Call | null, nameOf: (participantId: string) => string): void {
  useEffect(() => {
    if (call === null) return undefined;
    const nowMs = () => performance.now();
    const announcer = createCallAnnouncer({ nameOf, announce, nowMs });
    return call.onChange(() => announcer.hear(call.now()));
  }, [call, nameOf]);
}
