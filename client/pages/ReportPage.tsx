import { Link, Redirect } from "wouter";
import { GuiderReport } from "#client/features/report/GuiderReport.tsx";
import { OwnReport } from "#client/features/report/OwnReport.tsx";
import { paths } from "#client/lib/paths.ts";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { buttonClasses } from "#client/ui/Button.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Page } from "#client/ui/Page.tsx";
import { GuiderFrame } from "./GuiderFrame.tsx";
import { Unreachable } from "./Unreachable.tsx";

/** The report of one review: the guider's to make, its practitioner's to read first and to agree to. */
export function ReportPage({ reviewId }: { readonly reviewId: string }) {
  const { current, refresh } = useSession();
  if (current.state === "loading") return <Loading />;
  if (current.state === "unreachable") return <Unreachable onTryAgain={() => void refresh()} />;
  const { session } = current;
  if (session.kind === "guest") {
    if (session.ownJourneyId === null) return <Redirect to={paths.wayIn} replace />;
    return (
      <Page
        title={text("report.own.title")}
        width="wide"
        actions={
          <Link href={paths.strengths} className={buttonClasses("plain")}>
            {text("summary.link")}
          </Link>
        }
      >
        <OwnReport journeyId={session.ownJourneyId} reviewId={reviewId} />
      </Page>
    );
  }
  return (
    <GuiderFrame>
      <Page title={text("report.title")} width="wide">
        <GuiderReport reviewId={reviewId} />
      </Page>
    </GuiderFrame>
  );
}
