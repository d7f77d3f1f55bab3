import type { Result } from "#shared/lib/result.ts";
import type { CutFrames } from "#shared/studio/cut-frames.ts";
import type { PixelSize } from "#shared/studio/cover-blocks.ts";
import type { ClipFault } from "./clip-faults.ts";

/** Why a clip could not be cut; `cut.refused.<reason>` says it on screen. */
export type CutRefusal =
  /** Not a film at all, or one without a picture. */
  | "film-unreadable"
  /** This browser does not know how the film is packed, or stumbled over it at `atMs`. */
  | "film-undecodable"
  | "nothing-there"
  /** A picture that stands still is no clip. */
  | "one-picture"
  | "too-long"
  | "cannot-encode"
  | "disk-full"
  /** The finished file was not what the plan says: `faults` names what; it is thrown away. */
  | "not-as-planned"
  | "stopped";

/** What a cut clip is meant to hold; the finished file is measured against it. */
export interface ExpectedClip extends CutFrames {
  readonly size: PixelSize;
  readonly hasSound: boolean;
}

/** A clip that was cut and checked. */
export interface CutClip extends ExpectedClip {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A refusal with what is known of it. `atMs` is film time. */
export interface RefusedCut {
  readonly ok: false;
  readonly reason: CutRefusal;
  readonly atMs: number | null;
  readonly faults: readonly ClipFault[];
}

/** How cutting ended: with a value, or refused. */
export type CutOutcome<Value> = Extract<Result<Value, CutRefusal>, { ok: true }> | RefusedCut;

/** Makes a refusal. */
export function refuseCut(
  reason: CutRefusal,
  known: { readonly atMs?: number; readonly faults?: readonly ClipFault[] } = {},
): RefusedCut {
  return { ok: false, reason, atMs: known.atMs ?? null, faults: known.faults ?? [] };
}

/** How a cut is watched and stopped. */
export interface CutOptions {
  /** 0-1. */
  readonly onProgress: (fraction: number) => void;
  readonly signal: AbortSignal;
}
