import { useEffect, useState, useSyncExternalStore } from "react";
import type { Writer } from "#client/features/board/board-store.ts";
import { browserTime } from "#client/features/playback/surroundings.ts";
import { usePlayback } from "#client/features/playback/use-playback.ts";
import type { Playback, PlaybackRoom } from "#client/features/playback/use-playback.ts";
import { createPlayQuestion } from "#client/features/practice/play-question.ts";
import type { PlayQuestion } from "#client/features/practice/play-question.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";

/** The player, which asks before it starts over somebody's words, and the question itself. */
export function useAskingPlayback(
  connection: RoomConnection,
  room: PlaybackRoom,
): readonly [Playback, PlayQuestion] {
  const [question] = useState(() =>
    createPlayQuestion((delayMs, run) => browserTime.after(delayMs, run)),
  );
  return [usePlayback(connection, room, question.press), question];
}

/** Who is asked about now, by name; null while a press simply plays. Keeps the question to who writes. */
export function useAskedAbout(
  question: PlayQuestion,
  writers: readonly Writer[],
  me: string,
): string | null {
  const names = writers.filter(({ participantId }) => participantId !== me).map(({ name }) => name);
  const key = names.join("\n");
  useEffect(() => question.setWriters(key === "" ? [] : key.split("\n")), [question, key]);
  return useSyncExternalStore(question.subscribe, question.asked);
}
