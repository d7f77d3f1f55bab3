import { boardCloseCodes } from "#shared/protocol/close-reasons.ts";
import type { BoardStopReason } from "./board-fence.ts";

const reasonOf: Readonly<Record<number, BoardStopReason>> = {
  [boardCloseCodes.revoked]: "revoked",
  [boardCloseCodes.forbidden]: "forbidden",
  [boardCloseCodes.ended]: "ended",
  [boardCloseCodes.epochChanged]: "epoch-changed",
  [boardCloseCodes.diverged]: "diverged",
  [boardCloseCodes.movedTab]: "moved-tab",
  [boardCloseCodes.frozen]: "frozen",
};

/** Why a board socket closed with one of the codes 4400-4499, after which nobody tries again. */
export function stopReasonOf(code: number): BoardStopReason {
  return reasonOf[code] ?? "closed";
}
