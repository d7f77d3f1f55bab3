import { useMemo, useSyncExternalStore } from "react";
import type { Doc } from "yjs";
import type { BoardContent } from "#shared/board/board-content.ts";
import { readBoardContent } from "#shared/board/read-board-content.ts";

/** What stands on the board now, as it would be signed, live. */
export function useBoardContent(doc: Doc): BoardContent {
  const store = useMemo(() => createContentStore(doc), [doc]);
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}

function createContentStore(doc: Doc) {
  let content: BoardContent | null = null;
  return {
    getSnapshot: () => (content ??= readBoardContent(doc)),
    subscribe: (listener: () => void) => {
      const follow = () => {
        content = null;
        listener();
      };
      doc.on("update", follow);
      return () => doc.off("update", follow);
    },
  };
}
