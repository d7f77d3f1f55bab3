import { useState } from "react";
import { refusalWords } from "#client/lib/refusal-words.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import { useRoomNews } from "#client/lib/use-room-news.ts";
import type { BoardContent } from "#shared/board/board-content.ts";
import type { Ending } from "#shared/protocol/ending-events.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import { contentHash } from "./content-hash.ts";

const noEnding: Ending = { isOpen: false, agreedBy: [], isChanged: false, signed: null };

/** How far the review has come in its ending, as the room was last told. */
export function useEnding(connection: RoomConnection): Ending {
  return useRoomNews(connection, "ending:changed") ?? noEnding;
}

type Asked = { readonly ok: true } | { readonly ok: false; readonly reason: Refusal | "no-answer" };

/** What one may do about the ending, and the sentence for what could not be done. */
export interface EndingWays {
  readonly refusal: string;
  readonly stay: () => void;
  readonly agree: (content: BoardContent) => Promise<void>;
  readonly takeBack: (content: BoardContent) => Promise<void>;
  readonly writeOn: () => Promise<void>;
}

/** Asks the room for each of them. */
export function useEndingWays(connection: RoomConnection): EndingWays {
  const [refusal, setRefusal] = useState("");

  function note(answer: Asked) {
    if (answer.ok) return setRefusal("");
    setRefusal(refusalWords({ reason: answer.reason === "no-answer" ? "offline" : answer.reason }));
  }

  async function say(content: BoardContent, isAgreed: boolean) {
    const message = { isAgreed, contentHash: await contentHash(content) };
    note(await connection.ask("board:agree", message));
  }

  return {
    refusal,
    stay: () => void connection.ask("ending:close", {}).then(note),
    agree: (content) => say(content, true),
    takeBack: (content) => say(content, false),
    writeOn: async () => note(await connection.ask("board:reopen", {})),
  };
}
