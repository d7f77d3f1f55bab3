import { useMemo } from "react";
import type { GoalsRoom } from "#client/features/board/goals-room.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { text } from "#client/lib/text.ts";
import { useRoomNews } from "#client/lib/use-room-news.ts";
import { commandIdSchema, goalIdSchema } from "#shared/domain/ids.ts";
import type { Room } from "#shared/protocol/http-api.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";

type Answer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: Refusal | "no-answer" };

/** The goals' numbers as this room tells them, and the ways to change the goals. */
export function useGoalsRoom(connection: RoomConnection, room: Room): GoalsRoom {
  const now = useRoomNews(connection, "goals:changed");
  return useMemo(
    () => ({
      now,
      isFirstTalk: room.kind === "focus",
      onAdd: async (words) =>
        sentenceOf(await connection.ask("goal:add", { commandId: newCommandId(), text: words })),
      onRemove: async (goalId) =>
        sentenceOf(
          await connection.ask("goal:remove", {
            commandId: newCommandId(),
            goalId: goalIdSchema.parse(goalId),
          }),
        ),
      onPlace: async (goalId, place, value) =>
        sentenceOf(
          await connection.ask("goal:place", { goalId: goalIdSchema.parse(goalId), place, value }),
        ),
    }),
    [connection, now, room.kind],
  );
}

const newCommandId = () => commandIdSchema.parse(crypto.randomUUID());

function sentenceOf(answer: Answer): string {
  if (answer.ok) return "";
  return answer.reason === "no-answer"
    ? text("refusal.offline")
    : refusalWords({ reason: answer.reason });
}
