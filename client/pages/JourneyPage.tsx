import { JourneyView } from "#client/features/journey/JourneyView.tsx";
import { GuiderFrame } from "./GuiderFrame.tsx";

/** One journey, for its guider. */
export function JourneyPage({ journeyId }: { readonly journeyId: string }) {
  return (
    <GuiderFrame>
      <JourneyView journeyId={journeyId} />
    </GuiderFrame>
  );
}
