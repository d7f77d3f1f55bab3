import { useState } from "react";
import { useLocation } from "wouter";
import { forgetSecret } from "#client/lib/address-secret.ts";
import type { Answered } from "#client/lib/api.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { useSession } from "#client/lib/session.tsx";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Form } from "#client/ui/Form.tsx";
import { PasswordField } from "#client/ui/PasswordField.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { Session } from "#shared/protocol/session.ts";

interface NewAccountFormProps {
  /** What stands in the field of the name at first. */
  readonly firstName?: string;
  /** Where the name will be seen; in a review when left out. */
  readonly nameHint?: string;
  /** What the button does, in words. */
  readonly submitWords: string;
  readonly make: (person: { name: string; password: string }) => Promise<Answered<Session>>;
}

const shortestPassword = 10;

/** A name and a password of one's own. Once the account is made, it is signed in and the link forgotten. */
export function NewAccountForm(props: NewAccountFormProps) {
  const { firstName = "", nameHint = text("setUp.nameHint"), submitWords, make } = props;
  const { setSession } = useSession();
  const [, navigate] = useLocation();
  const [name, setName] = useState(firstName);
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
    const answer = await make({ name, password });
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
    <Form onSubmit={() => void handleSubmit()} refusal={refusal}>
      <TextField
        label={text("setUp.name")}
        hint={nameHint}
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
        {submitWords}
      </Button>
    </Form>
  );
}
