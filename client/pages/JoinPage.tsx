import { useCallback, useEffect, useState } from "react";
import { Link } from "wouter";
import { NewAccountForm } from "#client/features/organisation/NewAccountForm.tsx";
import { onNewSecret, readSecret } from "#client/lib/address-secret.ts";
import { call } from "#client/lib/api.ts";
import type { CallRefusal } from "#client/lib/api.ts";
import { forgetAllUnsent } from "#client/lib/board-unsent.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import { Button, buttonClasses } from "#client/ui/Button.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Page } from "#client/ui/Page.tsx";
import { secretSchema } from "#shared/protocol/secret.ts";

/** A colleague's set-up link: what it is for, then a name and a password of one's own. */
export function JoinPage() {
  const [secret, setSecret] = useState(secretOfAddress);
  const [attempt, setAttempt] = useState(0);
  const openAgain = () => setAttempt((count) => count + 1);
  useEffect(() => onNewSecret(() => setSecret(secretOfAddress())), []);
  if (secret !== null) {
    return <OpenedLink key={`${secret} ${attempt}`} secret={secret} onTryAgain={openAgain} />;
  }
  return (
    <Page title={text("join.noSecret")}>
      <p>{text("join.noSecretWords")}</p>
    </Page>
  );
}

function secretOfAddress(): string | null {
  const secret = secretSchema.safeParse(readSecret());
  return secret.success ? secret.data : null;
}

interface OpenedLinkProps {
  readonly secret: string;
  readonly onTryAgain: () => void;
}

function OpenedLink({ secret, onTryAgain }: OpenedLinkProps) {
  const read = useCallback(() => call("readJoining", { body: { secret } }), [secret]);
  const { answer } = useAnswered(read);
  if (answer === null) return <Loading />;
  if (!answer.ok) return <JoinRefused reason={answer.reason} onTryAgain={onTryAgain} />;
  const { name, role, organisationName: organisation } = answer.value;
  const as = { role: text(`join.role.${role}`) };
  const title =
    organisation === "" ? text("join.title", as) : text("join.titleNamed", { ...as, organisation });
  return (
    <Page title={title}>
      <p>{text("join.lead", { name })}</p>
      <NewAccountForm
        firstName={name}
        {...(role === "guider" ? {} : { nameHint: text("join.nameHint") })}
        submitWords={text("join.submit")}
        make={(person) => call("join", { body: { secret, ...person } })}
      />
    </Page>
  );
}

interface JoinRefusedProps {
  readonly reason: CallRefusal;
  readonly onTryAgain: () => void;
}

function JoinRefused({ reason, onTryAgain }: JoinRefusedProps) {
  const { current, refresh } = useSession();
  const kind = current.state === "known" ? current.session.kind : "none";

  async function handleSignOut() {
    await call("endSession", { body: { sharedComputer: false } });
    forgetAllUnsent();
    await refresh();
    onTryAgain();
  }

  switch (reason) {
    case "forbidden":
      return (
        <Page title={text("join.here")}>
          <p>{text("join.hereWords")}</p>
          {(kind === "guider" || kind === "staff") && (
            <div>
              <Button onPress={() => void handleSignOut()}>{text("shell.signOut")}</Button>
            </div>
          )}
        </Page>
      );
    case "link-ended":
      return (
        <Page title={text("join.ended")}>
          <p>{text("join.endedWords")}</p>
          <div>
            <Link href={paths.signIn} className={buttonClasses("primary")}>
              {text("signIn.title")}
            </Link>
          </div>
        </Page>
      );
    default:
      return (
        <Page title={text("shell.unreachable")}>
          <p>{refusalWords({ reason })}</p>
          <div>
            <Button onPress={onTryAgain}>{text("shell.tryAgain")}</Button>
          </div>
        </Page>
      );
  }
}
