/** What decides whether last time's aims stand open. */
export interface EarlierAimsFacts {
  /** What this person chose, when they did. */
  readonly choice: boolean | null;
  /** The focus is in one of them. */
  readonly isInside: boolean;
  /** In how many of them something is written. */
  readonly said: number;
  readonly moments: number;
}

/** Open until something is said and a moment is held; never folded under somebody's hands or will. */
export function areEarlierAimsOpen({ choice, isInside, said, moments }: EarlierAimsFacts): boolean {
  return choice ?? (isInside || said === 0 || moments === 0);
}
