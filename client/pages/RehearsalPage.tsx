import { DeviceCheck } from "#client/features/joining/DeviceCheck.tsx";
import { RehearsalView } from "#client/features/rehearsal/RehearsalView.tsx";
import { text } from "#client/lib/text.ts";
import { Page } from "#client/ui/Page.tsx";
import { GuiderFrame } from "./GuiderFrame.tsx";

/** A guider alone tries what the practitioner will find: link, way in, room, clips, sound. */
export function RehearsalPage({ reviewId }: { readonly reviewId: string }) {
  return (
    <GuiderFrame>
      <Page title={text("rehearsal.title")} width="wide">
        <RehearsalView reviewId={reviewId} devices={<DeviceCheck />} />
      </Page>
    </GuiderFrame>
  );
}
