import { GuiderReport } from "#client/features/report/GuiderReport.tsx";
import { OwnReport } from "#client/features/report/OwnReport.tsx";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { Page } from "#client/ui/Page.tsx";
import { GuiderFrame } from "./GuiderFrame.tsx";
import { OwnFrame } from "./OwnFrame.tsx";

/** The report of one review: the guider's to make, its practitioner's to read first and to agree to. */
export function ReportPage({ reviewId }: { readonly reviewId: string }) {
  const { current } = useSession();
  if (current.state === "known" && current.session.kind === "guest") {
    return (
      <OwnFrame>
        {({ journeyId }) => (
          <Page title={text("report.own.title")} width="wide">
            <OwnReport journeyId={journeyId} reviewId={reviewId} />
          </Page>
        )}
      </OwnFrame>
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
