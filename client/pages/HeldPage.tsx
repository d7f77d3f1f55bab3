import { HeldView } from "#client/features/held/HeldView.tsx";
import { useHeld } from "#client/features/held/use-held.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Page } from "#client/ui/Page.tsx";

/** The page of a person's link: what is held, who sees it, until when, and taking a permission back. */
export function HeldPage() {
  const { current, reload, withdraw } = useHeld();
  switch (current.state) {
    case "opening":
      return <Loading />;
    case "closed":
      return (
        <Page title={text("held.closedTitle")}>
          <p>{text("held.closedWords")}</p>
        </Page>
      );
    case "refused":
      return (
        <Page title={text("shell.unreachable")}>
          <p>{refusalWords({ reason: current.reason })}</p>
          <div>
            <Button onPress={reload}>{text("shell.tryAgain")}</Button>
          </div>
        </Page>
      );
    case "open":
      return <HeldView held={current.held} closesAtMs={current.closesAtMs} onWithdraw={withdraw} />;
  }
}
