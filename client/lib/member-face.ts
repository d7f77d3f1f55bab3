import type { ReactNode } from "react";

/** How somebody shows while there is a call: a tile among those who are here. */
export interface MemberFace {
  /** Lies over their initials; null while no face comes. */
  readonly picture: ReactNode;
  /** In the tile's corner. */
  readonly mark: ReactNode;
  readonly isSpeaking: boolean;
  /** What picture and mark show, in words that are read out only. */
  readonly words: readonly string[];
  /** Something to know that stands beside the tile; null when all is as it should be. */
  readonly note: string | null;
}
