import { Link } from "wouter";
import { NewAccountForm } from "#client/features/organisation/NewAccountForm.tsx";
import { readSecret } from "#client/lib/address-secret.ts";
import { call } from "#client/lib/api.ts";
import { paths } from "#client/lib/paths.ts";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { buttonClasses } from "#client/ui/Button.tsx";
import { Page } from "#client/ui/Page.tsx";
import { secretSchema } from "#shared/protocol/secret.ts";

/** First start: the one who holds the printed link becomes the first guider. */
export function SetUpPage() {
  const { current } = useSession();
  const secret = secretSchema.safeParse(readSecret());
  const isDone =
    current.state === "known" && (current.session.kind !== "none" || current.session.setUpDone);
  if (isDone) return <SetUpDone />;
  if (!secret.success) {
    return (
      <Page title={text("setUp.noSecret")}>
        <p>{text("setUp.noSecretWords")}</p>
      </Page>
    );
  }
  return <SetUpForm secret={secret.data} />;
}

function SetUpDone() {
  return (
    <Page title={text("setUp.done")}>
      <p>{text("setUp.doneWords")}</p>
      <div>
        <Link href={paths.signIn} className={buttonClasses("primary")}>
          {text("signIn.title")}
        </Link>
      </div>
    </Page>
  );
}

function SetUpForm({ secret }: { readonly secret: string }) {
  return (
    <Page title={text("setUp.title")}>
      <p>{text("setUp.lead")}</p>
      <NewAccountForm
        submitWords={text("setUp.submit")}
        make={(person) => call("setUp", { body: { secret, ...person } })}
      />
    </Page>
  );
}
