const key = "left-call";

/** Remembers, for this tab alone, that somebody has left this review's call, or has come back into it. */
export function keepLeftCall(reviewId: string, hasLeft: boolean): void {
  try {
    if (hasLeft) window.sessionStorage.setItem(key, reviewId);
    else window.sessionStorage.removeItem(key);
  } catch {
    // Storage is closed in some private windows: a page loaded anew then asks the way in's choice.
  }
}

/** Whether this tab's person has left this review's call: a page loaded anew leaves them outside. */
export function hasLeftCall(reviewId: string): boolean {
  try {
    return window.sessionStorage.getItem(key) === reviewId;
  } catch {
    return false; // see above
  }
}
