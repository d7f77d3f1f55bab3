import { ClipCaptions } from "#client/features/captions/ClipCaptions.tsx";
import { GuiderGrowth, OwnGrowth } from "#client/features/growth/GrowthView.tsx";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { Page } from "#client/ui/Page.tsx";
import { GuiderFrame } from "./GuiderFrame.tsx";
import { OwnFrame } from "./OwnFrame.tsx";

/** How a journey has gone over its cycles: for its guider, and for its practitioner at home. */
export function GrowthPage({ journeyId }: { readonly journeyId: string }) {
  const { current } = useSession();
  const session = current.state === "known" ? current.session : null;
  if (session?.kind === "guest") {
    return (
      <OwnFrame>
        {(me) => (
          <Page title={text("growth.title")} width="wide">
            <OwnGrowth journeyId={me.journeyId} viewerName={me.name} drawCaptions={drawCaptions} />
          </Page>
        )}
      </OwnFrame>
    );
  }
  const viewerName = session?.kind === "guider" ? session.name : "";
  return (
    <GuiderFrame>
      <Page title={text("growth.title")} width="wide">
        <GuiderGrowth journeyId={journeyId} viewerName={viewerName} drawCaptions={drawCaptions} />
      </Page>
    </GuiderFrame>
  );
}

/** Captions as in the room. */
function drawCaptions(captions: string, positionMs: number) {
  return <ClipCaptions captions={captions} positionMs={positionMs} />;
}
