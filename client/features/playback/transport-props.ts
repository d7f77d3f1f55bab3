import type { ReactNode } from "react";
import type { OwnSwitch } from "#client/lib/own-switch.ts";
import type { PlayerCommands } from "./player-commands.ts";
import type { PlayerPosition, PlayerSnapshot } from "./player-snapshot.ts";

/** What the controls of the clip need. */
export interface TransportProps {
  readonly player: PlayerCommands & PlayerPosition;
  readonly snapshot: PlayerSnapshot;
  /** A supervisor watches and may cover; the two move the clip. */
  readonly mayCommand: boolean;
  readonly isLarge: boolean;
  readonly onLargeChange: (isLarge: boolean) => void;
  /** The tools for looking closely are out. */
  readonly areToolsOpen: boolean;
  readonly onToolsOpenChange: (areOpen: boolean) => void;
  /** Words beside the picture, for oneself. */
  readonly switches: readonly OwnSwitch[];
  readonly onShowKeys: () => void;
  /** What is asked beside the play button before the film starts over somebody's words. */
  readonly playQuestion?: ReactNode;
  /** Where "Hold this moment" goes. */
  readonly holdButton?: ReactNode;
}
