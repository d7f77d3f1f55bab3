import { Link } from "wouter";
import { SignedBoard } from "#client/features/signing/SignedBoard.tsx";
import { paths } from "#client/lib/paths.ts";
import { text } from "#client/lib/text.ts";
import { buttonClasses } from "#client/ui/Button.tsx";
import { Page } from "#client/ui/Page.tsx";
import { GuiderFrame } from "./GuiderFrame.tsx";

/** The signed board of one review, for its guider. */
export function SignedBoardPage({ reviewId }: { readonly reviewId: string }) {
  return (
    <GuiderFrame>
      <Page
        title={text("signed.title")}
        width="wide"
        actions={
          <Link href={paths.report(reviewId)} className={buttonClasses("plain")}>
            {text("report.link")}
          </Link>
        }
      >
        <SignedBoard reviewId={reviewId} />
      </Page>
    </GuiderFrame>
  );
}
