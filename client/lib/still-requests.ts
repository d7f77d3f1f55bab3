import { pathOf } from "./api.ts";

/** How sending a picture ended: `refused` is the server's last word on it, `later` may go well another time. */
export type SentStill = "kept" | "refused" | "later";

/** Statuses after which the same picture may be taken yet: slow down, out of order, no disk. */
const passing: ReadonlySet<number> = new Set([429, 500, 502, 503, 504, 507]);

/** Sends the picture of a held moment; the first one that comes to the server is the one that stays. */
export async function sendStill(
  reviewId: string,
  observationId: string,
  png: Blob,
): Promise<SentStill> {
  const response = await fetch(pathOf("keepStill", { reviewId, observationId }), {
    method: "PUT",
    headers: { "Content-Type": "application/octet-stream" },
    body: png,
    credentials: "same-origin",
    priority: "low",
  }).catch(() => null); // offline
  if (response === null) return "later";
  if (response.ok) return "kept";
  return passing.has(response.status) ? "later" : "refused";
}

/** The kept picture of a moment; null when there is none, or it cannot be had now. */
export async function fetchStill(reviewId: string, observationId: string): Promise<Blob | null> {
  try {
    const response = await fetch(pathOf("readStill", { reviewId, observationId }), {
      credentials: "same-origin",
      cache: "no-store",
      priority: "low",
    });
    return response.status === 200 ? await response.blob() : null;
  } catch {
    return null; // offline, or cut off on its way
  }
}
