import type { BoardLog, Stores } from "#server/storage/stores.ts";

/** Makes empty stores that are closed and gone when the test is over. */
export type MakeStores = () => Promise<Stores>;

/** Makes stores and a board log over the same data, closed and gone when the test is over. */
export type MakeBoardLog = () => Promise<{
  readonly stores: Stores;
  readonly log: BoardLog;
  /** Another log over the same data, as a second process would have it. */
  readonly openSecond: () => Promise<BoardLog>;
}>;
