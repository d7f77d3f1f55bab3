import { useState } from "react";
import { Link, Redirect } from "wouter";
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

/** Where everybody with an account signs in. A guest who comes here is told how to go on instead. */
export function SignInPage() {
  const { current } = useSession();
  const session = current.state === "known" ? current.session : null;
  if (session?.kind === "guider" || session?.kind === "staff")
    return <Redirect to={paths.home} replace />;
  if (session?.kind === "guest" && session.seat === "admitted") {
    return (
      <Page title={text("signIn.guest", { name: session.name })} tabTitle={text("signIn.title")}>
        <p>{text("signIn.guestWords")}</p>
        <div>
          <Link href={paths.wayIn} className={buttonClasses("primary")}>
            {text("hello.goIn")}
          </Link>
        </div>
      </Page>
    );
  }
  return <SignInForm />;
}

function SignInForm() {
  const { setSession } = useSession();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState("");

  async function handleSubmit() {
    if (isSending) return;
    if (name.trim() === "" || password === "") {
      setRefusal(text("signIn.needed"));
      return;
    }
    setSending(true);
    const answer = await call("signIn", { body: { name, password } });
    setSending(false);
    if (answer.ok) setSession(answer.value);
    else setRefusal(refusalWords(answer));
  }

  return (
    <Page title={text("signIn.title")}>
      <p>{text("signIn.lead")}</p>
      <Form onSubmit={() => void handleSubmit()} refusal={refusal}>
        <TextField
          label={text("signIn.name")}
          autoComplete="username"
          maxLength={60}
          value={name}
          onChange={setName}
        />
        <PasswordField
          label={text("signIn.password")}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <Button kind="primary" type="submit" isPending={isSending}>
          {text("signIn.submit")}
        </Button>
      </Form>
    </Page>
  );
}
