import type { FrameKey } from "./frame-format.ts";

/** What the page tells the frame worker. Keys come as `CryptoKey`s that give nothing away. */
export type FrameOrder =
  | {
      readonly kind: "use";
      readonly keyNumber: number;
      readonly frameKey: FrameKey;
      readonly afterMs: number;
    }
  | {
      readonly kind: "learn";
      readonly from: string;
      readonly keyNumber: number;
      readonly frameKey: FrameKey;
    }
  | { readonly kind: "forget"; readonly from: string }
  | { readonly kind: "seal"; readonly isOn: boolean };

/** What one sender's or receiver's frames are put through; `from` names the tab whose frames they are. */
export type FrameSide =
  | { readonly side: "seal" }
  | { readonly side: "open"; readonly from: string };
