/** What the pages of the rival designs say to each other through their small server. */
export type RivalMessage =
  | { readonly kind: "ping"; readonly sentAtLocalMs: number }
  | { readonly kind: "pong"; readonly sentAtLocalMs: number; readonly serverNowMs: number }
  /** The naive design: what one did, as it is, for the other to do the same. */
  | {
      readonly kind: "naive";
      readonly deed: "play" | "pause" | "seek";
      readonly positionMs: number;
    }
  /** The vector design, asked by one: a new velocity and, for a move, a new position. */
  | { readonly kind: "ask"; readonly velocity: 0 | 1; readonly positionMs: number | null }
  /** The vector design, told to all: from `atServerMs` on it moves so from there. */
  | {
      readonly kind: "vector";
      readonly velocity: 0 | 1;
      readonly positionMs: number;
      readonly atServerMs: number;
    };
