import { call } from "#client/lib/api.ts";
import { momentWords } from "#client/lib/dates.ts";
import { reviewLink } from "#client/lib/paths.ts";
import { text } from "#client/lib/text.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { Button } from "#client/ui/Button.tsx";
import { CopyLink } from "#client/ui/CopyLink.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Invite } from "#shared/domain/journey.ts";
import styles from "./IssuedInvite.module.css";
import { QrCode } from "./QrCode.tsx";
import { useChange } from "./use-journey.ts";

/** A link just made. Its secret is in memory only, and is gone when the dialog closes. */
export interface Issued {
  readonly invite: Invite;
  readonly secret: string;
}

/** The link once: to copy, to scan, with what it opens and when it ends. */
export function IssuedInvite({
  issued,
  onDone,
  onAnother,
}: {
  readonly issued: Issued;
  readonly onDone: () => void;
  readonly onAnother: () => void;
}) {
  const change = useChange();
  const nowMs = useNowMs();
  const { invite } = issued;
  const link = reviewLink(window.location.origin, issued.secret);

  async function handleRevoke() {
    const { inviteId } = invite;
    const answer = await change.make(() => call("revokeInvite", { params: { inviteId } }));
    if (answer.ok) onAnother();
  }

  return (
    <>
      <CopyLink link={link} />
      <div className={styles["about"]}>
        <QrCode words={link} label={text("invite.qr")} />
        <ul className={styles["facts"]}>
          <li>{text("invite.worksFor", { name: invite.name })}</li>
          <li>{text("invite.ends", { when: momentWords(invite.closesAtMs, nowMs) })}</li>
          <li>{text("invite.youLetIn", { name: invite.name })}</li>
        </ul>
      </div>
      <Notice>{text("invite.onlyNow")}</Notice>
      {change.refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {change.refusal}
        </Notice>
      )}
      <DialogButtons>
        <Button kind="destructive" onPress={() => void handleRevoke()}>
          {text("invite.revoke")}
        </Button>
        <Button onPress={onAnother}>{text("invite.another")}</Button>
        <Button kind="primary" onPress={onDone}>
          {text("invite.done")}
        </Button>
      </DialogButtons>
    </>
  );
}
