import { TraineeLogView } from "#client/features/supervision/TraineeLogView.tsx";
import { GuiderFrame } from "./GuiderFrame.tsx";

/** A guider's own log for their training and supervision. */
export function SupervisionPage() {
  return (
    <GuiderFrame>
      <TraineeLogView />
    </GuiderFrame>
  );
}
