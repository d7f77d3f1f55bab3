import type { CutPlan } from "#shared/studio/cut-plan.ts";
import type { ExpectedClip, CutOutcome } from "./cut-outcome.ts";

/** A clip as it was cut; its bytes lie in the store under `fileName`. */
export interface KeptCut extends ExpectedClip {
  readonly fileName: string;
  readonly byteCount: number;
}

/** What the page asks of the worker; answers carry the same `askId`. */
export type CutAsk =
  | {
      readonly kind: "cut";
      readonly askId: number;
      readonly film: Blob;
      readonly plan: CutPlan;
      readonly fileName: string;
    }
  | { readonly kind: "stop"; readonly askId: number }
  | {
      readonly kind: "preview";
      readonly askId: number;
      readonly film: Blob;
      readonly plan: CutPlan;
      /** Film time. */
      readonly atMs: number;
    };

/** What the worker tells. `picture` is null when there is none to show. */
export type CutTold =
  | { readonly kind: "progress"; readonly askId: number; readonly fraction: number }
  | { readonly kind: "cut"; readonly askId: number; readonly outcome: CutOutcome<KeptCut> }
  | { readonly kind: "preview"; readonly askId: number; readonly picture: ImageBitmap | null };
