import { ClipCaptions } from "#client/features/captions/ClipCaptions.tsx";
import { useReadMarks } from "#client/features/captions/use-clip-text.ts";
import type { PlayerPosition, PlayerSnapshot } from "#client/features/playback/player-snapshot.ts";
import { usePlayerPosition } from "#client/features/playback/use-playback.ts";

/** What follows the place in the clip. */
export interface AtPositionProps {
  readonly player: PlayerPosition;
  readonly snapshot: PlayerSnapshot;
}

/** The captions of this place, drawn apart from the room around them. */
export function PlayedCaptions({ player, snapshot }: AtPositionProps) {
  const positionMs = usePlayerPosition(player);
  return <ClipCaptions captions={snapshot.clip?.captions ?? ""} positionMs={positionMs} />;
}

/** Shows nothing: reads descriptions out as the clip passes them. */
export function ReadMarks({
  player,
  snapshot,
  isOn,
}: AtPositionProps & { readonly isOn: boolean }) {
  const positionMs = usePlayerPosition(player);
  const { clip, phase } = snapshot;
  useReadMarks(isOn, clip, { positionMs, isPlaying: phase === "playing" });
  return null;
}
