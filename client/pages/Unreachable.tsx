import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Page } from "#client/ui/Page.tsx";

/** The server does not answer: what is safe and one thing to do. */
export function Unreachable({ onTryAgain }: { readonly onTryAgain: () => void }) {
  return (
    <Page title={text("shell.unreachable")}>
      <p>{text("shell.unreachableWords")}</p>
      <div>
        <Button kind="primary" onPress={onTryAgain}>
          {text("shell.tryAgain")}
        </Button>
      </div>
    </Page>
  );
}
