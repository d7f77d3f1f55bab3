import { useMemo } from "react";
import type { BoardView } from "#client/features/board/board-store.ts";
import type { ClipPlayer } from "#client/features/playback/clip-player.ts";
import type { PlayQuestion } from "#client/features/practice/play-question.ts";
import type { Nudges } from "#client/features/practice/nudges.ts";
import type { PracticeSettings } from "#client/features/practice/practice-settings.ts";
import { useNudges } from "#client/features/practice/use-nudges.ts";
import { usePracticeSettings } from "#client/features/practice/use-practice-settings.ts";
import { useWritingPauses } from "#client/features/practice/use-writing-pauses.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { useRoomNews } from "#client/lib/use-room-news.ts";
import type { PromptId } from "#shared/board/prompts.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import { useAskedAbout } from "./use-asked-playback.ts";

/** The manners of a shared review on this page. */
export interface Practice {
  readonly settings: PracticeSettings;
  readonly changeSettings: (change: Partial<PracticeSettings>) => void;
  readonly nudges: Nudges;
  /** Who is asked about before the film starts; null while a press simply plays. */
  readonly askedAbout: string | null;
  /** The question both think about now. */
  readonly promptId: PromptId | null;
  /** Puts a question where both see it, or takes it away; whether it was done. */
  readonly showPrompt: (promptId: PromptId | null) => Promise<boolean>;
}

/** Writing rests the film, playing asks first, and questions come quietly. */
export function usePractice(parts: {
  readonly connection: RoomConnection;
  readonly me: Room["me"];
  readonly player: ClipPlayer;
  readonly board: BoardView;
  readonly question: PlayQuestion;
}): Practice {
  const { connection, me, player } = parts;
  const [settings, changeSettings] = usePracticeSettings(me.participantId);
  useWritingPauses(
    settings.pausesWhenWriting,
    () => isStartedByOther(player, me.participantId),
    () => player.pause(),
  );
  const nudges = useNudges();
  const askedAbout = useAskedAbout(parts.question, parts.board.writers, me.participantId);
  const promptId = useRoomNews(connection, "prompt:shown")?.promptId ?? null;
  return useMemo(
    () => ({
      settings,
      changeSettings,
      nudges,
      askedAbout,
      promptId,
      showPrompt: async (next) => (await connection.ask("prompt:show", { promptId: next })).ok,
    }),
    [settings, changeSettings, nudges, askedAbout, promptId, connection],
  );
}

/** Somebody else set the film going, or is about to. */
function isStartedByOther(player: ClipPlayer, me: string): boolean {
  const { timeline, gate, isOnOwn } = player.snapshot();
  if (isOnOwn || timeline === null) return false;
  const starter = gate?.kind === "start" ? gate.by : timeline.cause.by;
  const isMoving = gate !== null || timeline.motion.kind === "playing";
  return isMoving && starter !== null && starter !== me;
}
