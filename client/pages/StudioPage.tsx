import { Link } from "wouter";
import { CaptionEditor } from "#client/features/captions/CaptionEditor.tsx";
import { useJourney } from "#client/features/journey/use-journey.ts";
import { StudioView } from "#client/features/studio/StudioView.tsx";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { Page } from "#client/ui/Page.tsx";
import { GuiderFrame } from "./GuiderFrame.tsx";

/** Step 2 and 3 of one cycle, for its guider: the film on this device and the clips made from it. */
export function StudioPage(props: { readonly journeyId: string; readonly cycleId: string }) {
  return (
    <GuiderFrame>
      <StudioOfJourney {...props} />
    </GuiderFrame>
  );
}

function StudioOfJourney(props: { readonly journeyId: string; readonly cycleId: string }) {
  const { journeyId, cycleId } = props;
  const { answer, reload } = useJourney(journeyId);
  if (answer === null) return <Loading />;
  const cycle = answer.ok ? answer.value.cycles.find((one) => one.cycleId === cycleId) : undefined;
  if (!answer.ok || cycle === undefined) {
    return (
      <Page title={text("studio.title")}>
        <Notice tone="attention">
          {refusalWords(answer.ok ? { reason: "not-found" } : answer)}
        </Notice>
        <div>
          <Button onPress={reload}>{text("shell.tryAgain")}</Button>
        </div>
        <Link href={paths.journey(journeyId)}>{text("studio.toJourney")}</Link>
      </Page>
    );
  }
  const { practitionerName: practitioner, childName: child } = answer.value;
  return (
    <Page
      title={text("studio.heading", { practitioner, child, number: cycle.number })}
      tabTitle={text("studio.title")}
      width="full"
      actions={<Link href={paths.journey(journeyId)}>{text("studio.toJourney")}</Link>}
    >
      <StudioView
        journey={answer.value}
        cycleId={cycleId}
        captions={(given) => <CaptionEditor {...given} />}
      />
    </Page>
  );
}
