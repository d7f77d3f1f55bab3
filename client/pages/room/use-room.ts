import { useCallback, useEffect, useState } from "react";
import { call } from "#client/lib/api.ts";
import type { Answered } from "#client/lib/api.ts";
import type { Room } from "#shared/protocol/http-api.ts";

/** Everything the room is opened with; read again when its clips have changed. */
export function useRoom(reviewId: string): {
  readonly answer: Answered<Room> | null;
  readonly readAgain: () => void;
} {
  const [answer, setAnswer] = useState<Answered<Room> | null>(null);
  const readAgain = useCallback(() => {
    void call("readRoom", { params: { reviewId } }).then(setAnswer);
  }, [reviewId]);
  useEffect(() => {
    readAgain();
  }, [readAgain]);
  return { answer, readAgain };
}
