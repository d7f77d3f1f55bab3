import type { barcode } from "#tests/helpers/clips.ts";

/** What clip is wanted. */
export interface ClipOrder {
  readonly name: string;
  readonly codec: "avc" | "vp9";
  readonly hasSound: boolean;
  readonly frames: number;
  /** Frame times that waver by 14 ms, and one long picture in each three seconds, as phones make them. */
  readonly isUneven: boolean;
  readonly barcode: typeof barcode;
}

/** The page that draws clips. */
export type DrawingWindow = Window & { drawClip?: (order: ClipOrder) => Promise<string> };
