import { z } from "zod";

/** The chain of a shared review: the guider activates, receives, names, deepens, and links. */
export const promptSteps = ["activate", "receive", "name", "deepen", "link"] as const;
export type PromptStep = (typeof promptSteps)[number];

/** The questions a guider may put to both, in the order of the chain. Their words are the catalogue's. */
export const promptIds = [
  "open-eye",
  "open-again",
  "initiative-start",
  "initiative-tell",
  "part-before",
  "followed-next",
  "inside-child",
  "inside-you",
  "meaning-two",
  "link-question",
  "aim-more",
  "aim-where",
] as const;
export type PromptId = (typeof promptIds)[number];

/** One of the questions there are. */
export const promptIdSchema = z.enum(promptIds);

/** Where in the chain a question belongs. */
export const stepOfPrompt: Readonly<Record<PromptId, PromptStep>> = {
  "open-eye": "activate",
  "open-again": "activate",
  "initiative-start": "activate",
  "initiative-tell": "activate",
  "part-before": "receive",
  "followed-next": "name",
  "inside-child": "deepen",
  "inside-you": "deepen",
  "meaning-two": "deepen",
  "link-question": "link",
  "aim-more": "link",
  "aim-where": "link",
};

/** The question after (1) or before (-1) this one; null past the ends of the chain. */
export function neighbourPrompt(promptId: PromptId, by: -1 | 1): PromptId | null {
  return promptIds[promptIds.indexOf(promptId) + by] ?? null;
}
