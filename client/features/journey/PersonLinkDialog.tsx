import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { dayWords, fromLocalField, toLocalField } from "#client/lib/dates.ts";
import { heldLink } from "#client/lib/paths.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { CopyLink } from "#client/ui/CopyLink.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { Form } from "#client/ui/Form.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { personLinkDays } from "#shared/protocol/people-routes.ts";
import type { PersonLink } from "#shared/protocol/people-routes.ts";
import styles from "./IssuedInvite.module.css";
import { QrCode } from "./QrCode.tsx";
import { useChange } from "./use-journey.ts";

interface PersonLinkDialogProps {
  readonly personId: string;
  readonly name: string;
  readonly onClose: () => void;
}

const dayMs = 86_400_000;

/** Asks for a link's last day, and shows the link once. Its secret is gone when the dialog closes. */
export function PersonLinkDialog({ personId, name, onClose }: PersonLinkDialogProps) {
  const change = useChange();
  const [lastDay, setLastDay] = useState(() => dayAfter(personLinkDays.unlessSaid));
  const [isChecked, setChecked] = useState(false);
  const [issued, setIssued] = useState<{ link: PersonLink; secret: string } | null>(null);
  const closesAtMs = endOf(lastDay);

  async function handleSubmit() {
    setChecked(true);
    if (closesAtMs === null || change.isSending) return;
    const answer = await change.make(() =>
      call("issuePersonLink", { params: { personId }, body: { closesAtMs } }),
    );
    if (answer.ok) setIssued(answer.value);
  }

  return (
    <Dialog title={text("link.dialog", { name })} isOpen onClose={onClose}>
      {issued === null ? (
        <Form onSubmit={() => void handleSubmit()} refusal={change.refusal}>
          <TextField
            label={text("link.until")}
            hint={text("link.untilHint")}
            type="date"
            value={lastDay}
            onChange={setLastDay}
            error={isChecked && closesAtMs === null ? text("link.untilAsk") : ""}
          />
          <DialogButtons>
            <Button kind="primary" type="submit" isPending={change.isSending}>
              {text("link.submit")}
            </Button>
          </DialogButtons>
        </Form>
      ) : (
        <IssuedLink {...issued} name={name} onDone={onClose} />
      )}
    </Dialog>
  );
}

interface IssuedLinkProps {
  readonly link: PersonLink;
  readonly secret: string;
  readonly name: string;
  readonly onDone: () => void;
}

function IssuedLink({ link, secret, name, onDone }: IssuedLinkProps) {
  const address = heldLink(window.location.origin, secret);
  return (
    <>
      <CopyLink link={address} />
      <div className={styles["about"]}>
        <QrCode words={address} label={text("link.qr")} />
        <ul className={styles["facts"]}>
          <li>{text("link.worksUntil", { day: dayWords(link.closesAtMs) })}</li>
          <li>{text("link.whatFor")}</li>
        </ul>
      </div>
      <Notice>{text("link.onlyNow", { name })}</Notice>
      <DialogButtons>
        <Button kind="primary" onPress={onDone}>
          {text("link.done")}
        </Button>
      </DialogButtons>
    </>
  );
}

/** The day so many days from now, in this device's time zone. */
function dayAfter(days: number): string {
  return toLocalField(Date.now() + days * dayMs).slice(0, 10);
}

/** The last minute of a day, or null when a link cannot end then. */
function endOf(day: string): number | null {
  const endMs = fromLocalField(`${day}T23:59`);
  const isAllowed = endMs !== null && dayAfter(0) <= day && day < dayAfter(personLinkDays.atMost);
  return isAllowed ? endMs : null;
}
