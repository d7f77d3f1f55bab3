import { useEffect, useRef } from "react";
import type { BoardStatus } from "#client/lib/board-connection.ts";
import { announce } from "#client/lib/announce.ts";
import { text } from "#client/lib/text.ts";
import { observationFields } from "#shared/board/board-doc.ts";
import { questionOf } from "./board-room.ts";
import type { BoardRoom } from "./board-room.ts";
import { noticesDue } from "./writing-notices.ts";

const longSavingMs = 3_000;

/** Says to a screen reader who begins to write where: once a field in half a minute. */
export function useWritingAnnouncements(
  room: Pick<BoardRoom, "board" | "childName" | "practitionerName">,
): void {
  const { writers } = room.board;
  const { childName, practitionerName } = room;
  const saidAtMs = useRef<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    const notices = noticesDue(saidAtMs.current, writers, performance.now());
    saidAtMs.current = notices.saidAtMs;
    for (const { name, path } of notices.due) {
      const question = questionAt(path, { childName, practitionerName });
      announce(text("board.field.writingIn", { name, field: question }));
    }
  }, [writers, childName, practitionerName]);
}

function questionAt(path: string, names: Parameters<typeof questionOf>[1]): string {
  if (path.startsWith("focus/")) return text("board.helpingQuestion");
  const last = path.split("/").at(-1);
  const field = observationFields.find((one) => one === last);
  return field === undefined ? text("board.ask.aims") : questionOf(field, names);
}

/** Says when the board is lost and back, and "Saved." when saving took long enough to wonder. */
export function useSaveAnnouncements({ save, isStoredInTab }: BoardStatus): void {
  const { kind } = save;
  const before = useRef({ kind, sinceMs: 0 });
  useEffect(() => {
    const nowMs = performance.now();
    const { kind: kindBefore, sinceMs } = before.current;
    if (kind === kindBefore) return;
    before.current = { kind, sinceMs: nowMs };
    if (kind === "kept") {
      announce(text(isStoredInTab ? "board.save.lost" : "board.save.lostInPage"), "assertive");
    } else if (kindBefore === "kept" && kind !== "stopped") {
      announce(text("board.save.back"), "assertive");
    } else if (kind === "saved" && kindBefore === "saving" && nowMs - sinceMs > longSavingMs) {
      announce(text("board.save.announced"));
    }
  }, [kind, isStoredInTab]);
}
