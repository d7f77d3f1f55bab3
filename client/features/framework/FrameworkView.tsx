import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { Page } from "#client/ui/Page.tsx";
import { FrameworkEditor } from "./FrameworkEditor.tsx";
import { useFramework } from "./use-framework.ts";

/** The guider's page for the words under the six families. */
export function FrameworkView() {
  const { answer, reload } = useFramework();
  return (
    <Page title={text("framework.title")} width="wide">
      <p>{text("framework.lead")}</p>
      {answer === null && <Loading />}
      {answer?.ok === false && (
        <Notice tone="attention" isAnnounced>
          <p>{refusalWords(answer)}</p>
          <Button onPress={reload}>{text("shell.tryAgain")}</Button>
        </Notice>
      )}
      {answer?.ok === true && <FrameworkEditor first={answer.value.families} />}
    </Page>
  );
}
