/** What one update may hold. `newRanges` are deletions of what is still there; `ranges` all that are listed. */
export interface GuardLimits {
  readonly bytes: number;
  readonly clients: number;
  readonly structs: number;
  readonly newRanges: number;
  readonly ranges: number;
}

/** An update while typing. */
export const liveLimits: GuardLimits = {
  bytes: 64 * 1024,
  clients: 4,
  structs: 1024,
  newRanges: 512,
  ranges: 512,
};

/** The one answer to our sync step 1 after a reconnect; it lists every deletion of the document. */
export const resyncLimits: GuardLimits = {
  bytes: 512 * 1024,
  clients: 16,
  structs: 4096,
  newRanges: 4096,
  ranges: 16_384,
};

/** Why an update is not even shown to Yjs. */
export type GuardRefusal = "too-large" | "malformed" | "forbidden-content" | "clock-gap";
