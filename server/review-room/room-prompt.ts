import type { PromptId } from "#shared/board/prompts.ts";
import type { TellRoom } from "./room-parts.ts";

/** The one question everybody in a live room has before them. */
export interface RoomPrompt {
  readonly now: { readonly promptId: PromptId | null };
  show(promptId: PromptId | null): void;
}

/** Begins with none. */
export function createRoomPrompt(tell: TellRoom): RoomPrompt {
  let now: RoomPrompt["now"] = { promptId: null };
  return {
    get now() {
      return now;
    },
    show(promptId) {
      now = { promptId };
      tell("prompt:shown", now);
    },
  };
}
