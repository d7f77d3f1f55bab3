import { createContext, use } from "react";
import type { ReactNode } from "react";

/** What an editor of captions is given: `positionMs` and `durationMs` are of the clip. */
export interface CaptionSlotProps {
  readonly captions: string;
  readonly onChange: (captions: string) => void;
  readonly positionMs: () => number;
  readonly durationMs: number;
}

/** How the page draws its editor of captions, which is another feature's. */
export const CaptionEditing = createContext<(props: CaptionSlotProps) => ReactNode>(() => null);

/** Where the editor of captions goes. */
export function CaptionSlot(props: CaptionSlotProps) {
  const draw = use(CaptionEditing);
  return draw(props);
}
