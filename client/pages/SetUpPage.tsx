import { useState } from "react";
import { Link, useLocation } from "wouter";
import { forgetSecret, readSecret } from "#client/lib/address-secret.ts";
import { call } from "#client/lib/api.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { Button, buttonClasses } from "#client/ui/Button.tsx";
import { Form } from "#client/ui/Form.tsx";
import { Page } from "#client/ui/Page.tsx";
import { PasswordField } from "#client/ui/PasswordField.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { secretSchema } from "#shared/protocol/secret.ts";

const shortestPassword = 10;

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
  const { setSession } = useSession();
  const [, navigate] = useLocation();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState("");
  const isNameMissing = name.trim() === "";
  const isPasswordShort = password.length < shortestPassword;

  async function handleSubmit() {
    setChecked(true);
    if (isNameMissing || isPasswordShort || isSending) return;
    setSending(true);
    const answer = await call("setUp", { body: { secret, name, password } });
    setSending(false);
    if (!answer.ok) {
      setRefusal(refusalWords(answer));
      return;
    }
    forgetSecret();
    setSession(answer.value);
    navigate(paths.home);
  }

  return (
    <Page title={text("setUp.title")}>
      <p>{text("setUp.lead")}</p>
      <Form onSubmit={() => void handleSubmit()} refusal={refusal}>
        <TextField
          label={text("setUp.name")}
          hint={text("setUp.nameHint")}
          autoComplete="username"
          maxLength={60}
          value={name}
          onChange={setName}
          error={isChecked && isNameMissing ? text("setUp.nameNeeded") : ""}
        />
        <PasswordField
          label={text("setUp.password")}
          hint={text("setUp.passwordHint")}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={isChecked && isPasswordShort ? text("setUp.passwordShort") : ""}
        />
        <Button kind="primary" type="submit" isPending={isSending}>
          {text("setUp.submit")}
        </Button>
      </Form>
    </Page>
  );
}
