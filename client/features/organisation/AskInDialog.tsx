import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { dayWords } from "#client/lib/dates.ts";
import { joinLink } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { CopyLink } from "#client/ui/CopyLink.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { Form } from "#client/ui/Form.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { accountRoleSchema } from "#shared/domain/organisation.ts";
import type { AccountInvite, AccountRole } from "#shared/domain/organisation.ts";
import styles from "./Organisation.module.css";

interface AskInDialogProps {
  /** A link was made, so the list of them is another one. */
  readonly onMade: () => void;
  readonly onClose: () => void;
}

/** Asks for a colleague's name and role, and shows their link once. Its secret is gone when it closes. */
export function AskInDialog({ onMade, onClose }: AskInDialogProps) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<AccountRole>("guider");
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState("");
  const [made, setMade] = useState<{ invite: AccountInvite; secret: string } | null>(null);
  const isNameMissing = name.trim() === "";

  async function handleSubmit() {
    setChecked(true);
    if (isNameMissing || isSending) return;
    setSending(true);
    const answer = await call("inviteColleague", { body: { name, role } });
    setSending(false);
    setRefusal(answer.ok ? "" : refusalWords(answer));
    if (!answer.ok) return;
    setMade(answer.value);
    onMade();
  }

  return (
    <Dialog title={text("colleagues.ask")} isOpen onClose={onClose}>
      {made === null ? (
        <Form onSubmit={() => void handleSubmit()} refusal={refusal}>
          <TextField
            label={text("colleagues.name")}
            autoComplete="off"
            maxLength={60}
            value={name}
            onChange={setName}
            error={isChecked && isNameMissing ? text("colleagues.nameNeeded") : ""}
          />
          <SelectField
            label={text("colleagues.role")}
            value={role}
            options={accountRoleSchema.options.map((value) => ({
              value,
              label: text(`colleagues.role.${value}`),
            }))}
            onChange={setRole}
          />
          <p className={styles["quiet"]}>{text(`colleagues.does.${role}`)}</p>
          <DialogButtons>
            <Button kind="primary" type="submit" isPending={isSending}>
              {text("colleagues.make")}
            </Button>
          </DialogButtons>
        </Form>
      ) : (
        <>
          <CopyLink link={joinLink(window.location.origin, made.secret)} />
          <ul>
            <li>{text("colleagues.theirs", { name: made.invite.name })}</li>
            <li>{text("colleagues.once", { day: dayWords(made.invite.closesAtMs) })}</li>
          </ul>
          <Notice>{text("colleagues.onlyNow", { name: made.invite.name })}</Notice>
          <DialogButtons>
            <Button kind="primary" onPress={onClose}>
              {text("colleagues.done")}
            </Button>
          </DialogButtons>
        </>
      )}
    </Dialog>
  );
}
