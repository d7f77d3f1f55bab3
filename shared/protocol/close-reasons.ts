/**
 * Why the server closes a board socket. y-websocket's provider reconnects for ever except on
 * 4400-4499: those mean "do not come back as you are".
 */
export const boardCloseCodes = {
  /** The seat was taken away: link ended, asked out, signed out. */
  revoked: 4401,
  /** Not a member, not admitted, or not this review. */
  forbidden: 4403,
  /** The review has been finished. */
  ended: 4410,
  /** The board was made anew: drop the local document. */
  epochChanged: 4412,
  /** This document has words the server refused: reload, and keep the unsent words for copying. */
  diverged: 4422,
  /** Another tab of the same person took the seat. */
  movedTab: 4423,
  /** The board was frozen while an edit was on its way: reload, and keep its words for copying. */
  frozen: 4424,
  /** Too much at once, or a reader too slow. Come back. */
  tooMuch: 1013,
  /** The store could not write. Come back. */
  notStored: 1011,
  /** The server is going down. Come back. */
  goingAway: 1001,
} as const;

/** Why the room was closed for one person; each has a sentence on the ended page. */
export const roomCloseReasons = [
  "review-ended",
  "link-ended",
  "asked-out",
  "signed-out",
  "seat-moved",
  "permission-withdrawn",
  "server-restarting",
] as const;
export type RoomCloseReason = (typeof roomCloseReasons)[number];
