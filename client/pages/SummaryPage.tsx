import { Redirect } from "wouter";
import { OwnSummary } from "#client/features/summary/OwnSummary.tsx";
import { paths } from "#client/lib/paths.ts";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { Loading } from "#client/ui/Loading.tsx";
import { Page } from "#client/ui/Page.tsx";
import { Unreachable } from "./Unreachable.tsx";

/** A practitioner's strengths summary, in their own place; nobody else has this page. */
export function SummaryPage() {
  const { current, refresh } = useSession();
  if (current.state === "loading") return <Loading />;
  if (current.state === "unreachable") return <Unreachable onTryAgain={() => void refresh()} />;
  const { session } = current;
  if (session.kind !== "guest" || session.ownJourneyId === null) {
    return <Redirect to={session.kind === "guest" ? paths.wayIn : paths.home} replace />;
  }
  return (
    <Page title={text("summary.title")} width="wide">
      <OwnSummary journeyId={session.ownJourneyId} />
    </Page>
  );
}
