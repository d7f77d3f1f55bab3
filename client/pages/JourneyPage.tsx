import { CaptionEditor } from "#client/features/captions/CaptionEditor.tsx";
import { CaptionEditing } from "#client/features/journey/CaptionSlot.tsx";
import type { CaptionSlotProps } from "#client/features/journey/CaptionSlot.tsx";
import { JourneyView } from "#client/features/journey/JourneyView.tsx";
import { GuiderFrame } from "./GuiderFrame.tsx";

const captionEditor = (props: CaptionSlotProps) => <CaptionEditor {...props} />;

/** One journey, for its guider. */
export function JourneyPage({ journeyId }: { readonly journeyId: string }) {
  return (
    <GuiderFrame>
      <CaptionEditing value={captionEditor}>
        <JourneyView journeyId={journeyId} />
      </CaptionEditing>
    </GuiderFrame>
  );
}
