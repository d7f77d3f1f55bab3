import { OwnSummary } from "#client/features/summary/OwnSummary.tsx";
import { text } from "#client/lib/text.ts";
import { Page } from "#client/ui/Page.tsx";
import { OwnFrame } from "./OwnFrame.tsx";

/** A practitioner's strengths summary, in their own place; nobody else has this page. */
export function SummaryPage() {
  return (
    <OwnFrame>
      {({ journeyId }) => (
        <Page title={text("summary.title")} width="wide">
          <OwnSummary journeyId={journeyId} />
        </Page>
      )}
    </OwnFrame>
  );
}
