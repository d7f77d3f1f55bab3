import type { Refusal } from "#shared/protocol/refusals.ts";

/** The plain bytes of a clip, wherever they lie. */
export interface ClipBytes {
  readonly totalBytes: number;
  /** From `start` to `end`, both included. */
  read(start: number, end: number): Promise<Buffer>;
}

/** What the outline of a file can be refused for. */
export type OutlineRefusal = Extract<
  Refusal,
  "clip-codec" | "clip-container" | "clip-incomplete" | "clip-metadata" | "clip-hidden-frames"
>;

/** What the outline of a file tells beyond being in order. */
export interface Outline {
  /** How much of the picture its edit list shows, ms; null when it does not say. */
  readonly editedMs: number | null;
  /** How long its own header says it is, ms; 0 when it does not say. */
  readonly toldMs: number;
}
