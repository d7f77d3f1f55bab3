import { Redirect } from "wouter";
import { ClipCaptions } from "#client/features/captions/ClipCaptions.tsx";
import { GuiderGrowth, OwnGrowth } from "#client/features/growth/GrowthView.tsx";
import { paths } from "#client/lib/paths.ts";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { Loading } from "#client/ui/Loading.tsx";
import { Page } from "#client/ui/Page.tsx";
import { GuiderFrame } from "./GuiderFrame.tsx";
import { Unreachable } from "./Unreachable.tsx";

/** Captions as in the room, for whoever shows growth. */
export function drawCaptions(captions: string, positionMs: number) {
  return <ClipCaptions captions={captions} positionMs={positionMs} />;
}

/** How a journey has gone over its cycles: for its guider, and for its practitioner at home. */
export function GrowthPage({ journeyId }: { readonly journeyId: string }) {
  const { current, refresh } = useSession();
  if (current.state === "loading") return <Loading />;
  if (current.state === "unreachable") return <Unreachable onTryAgain={() => void refresh()} />;
  const { session } = current;
  const viewerName = session.kind === "none" ? "" : session.name;
  const parts = { journeyId, viewerName, drawCaptions };
  if (session.kind === "guest") {
    if (session.ownJourneyId !== journeyId) return <Redirect to={paths.wayIn} replace />;
    return (
      <Page title={text("growth.title")} width="wide">
        <OwnGrowth {...parts} />
      </Page>
    );
  }
  return (
    <GuiderFrame>
      <Page title={text("growth.title")} width="wide">
        <GuiderGrowth {...parts} />
      </Page>
    </GuiderFrame>
  );
}
