import type { StoredReview } from "#server/storage/review-store.ts";
import type { StoredInvite } from "#server/storage/stores.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long before the slot a link opens, how long after its start it closes, and the longest window. */
export const inviteWindow = {
  opensBeforeMs: 30 * minuteMs,
  closesAfterMs: 4 * hourMs,
  longestMs: 14 * dayMs,
} as const;

/** Where a link stands now; only `open` lets anybody in. */
export type InviteStanding = "open" | "early" | "late" | "ended" | "revoked";

type WindowOfInvite = Pick<StoredInvite, "opensAtMs" | "closesAtMs" | "revokedAtMs">;

/** A live review is open to its guests however early it began. */
export function standingOf(
  invite: WindowOfInvite,
  review: Pick<StoredReview, "state" | "journeyEnded">,
  nowMs: number,
): InviteStanding {
  if (invite.revokedAtMs !== null) return "revoked";
  if (review.state === "ended" || review.journeyEnded) return "ended";
  if (nowMs >= invite.closesAtMs) return "late";
  return nowMs < invite.opensAtMs && review.state !== "live" ? "early" : "open";
}

/** The window of a new link, or null when the wished-for end lies before its beginning. */
export function planWindow(
  review: Pick<StoredReview, "startsAtMs" | "state">,
  wishedCloseAtMs: number | undefined,
  nowMs: number,
): { opensAtMs: number; closesAtMs: number } | null {
  const isLive = review.state === "live";
  const opensAtMs = isLive
    ? nowMs
    : Math.max(nowMs, review.startsAtMs - inviteWindow.opensBeforeMs);
  const slotAtMs = Math.max(nowMs, review.startsAtMs);
  const wantedMs = wishedCloseAtMs ?? slotAtMs + inviteWindow.closesAfterMs;
  const closesAtMs = Math.min(wantedMs, opensAtMs + inviteWindow.longestMs);
  return closesAtMs > opensAtMs ? { opensAtMs, closesAtMs } : null;
}
