import { z } from "zod";
import { promptIdSchema } from "#shared/board/prompts.ts";
import { ask } from "./events.ts";

const shown = z.strictObject({ promptId: promptIdSchema.nullable() });

/** What the guider asks of the room's one question to think about. */
export const promptAsks = {
  /** Puts a question where both see it; null takes it away. */
  "prompt:show": ask({ action: "prompt:show", schema: shown, answer: null }),
} as const;

/** What the room tells of it; also to whoever comes in later. */
export const promptTells = {
  "prompt:shown": shown,
} as const;
