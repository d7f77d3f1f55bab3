import { SignedBoard } from "#client/features/signing/SignedBoard.tsx";
import { text } from "#client/lib/text.ts";
import { Page } from "#client/ui/Page.tsx";
import { GuiderFrame } from "./GuiderFrame.tsx";

/** The signed board of one review, for its guider. */
export function SignedBoardPage({ reviewId }: { readonly reviewId: string }) {
  return (
    <GuiderFrame>
      <Page title={text("signed.title")} width="wide">
        <SignedBoard reviewId={reviewId} />
      </Page>
    </GuiderFrame>
  );
}
