import { FrameworkView } from "#client/features/framework/FrameworkView.tsx";
import { GuiderFrame } from "./GuiderFrame.tsx";

/** The organisation's words for attunement, for its guiders and its admin. */
export function FrameworkPage() {
  return (
    <GuiderFrame openTo={["guider", "orgAdmin"]}>
      <FrameworkView />
    </GuiderFrame>
  );
}
