import { useId, useState } from "react";
import { dayWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { AccountInvite, Colleague } from "#shared/domain/organisation.ts";
import type { Colleagues as Known } from "#shared/protocol/organisation-routes.ts";
import styles from "./Organisation.module.css";

interface ColleaguesProps extends Known {
  /** The account of whoever looks at the list. */
  readonly ownAccountId: string;
  /** Why the last change was refused; empty when it was not. */
  readonly refusal: string;
  readonly onAsk: () => void;
  /** Ends a link; whether it has ended. */
  readonly onEnd: (invite: AccountInvite) => Promise<boolean>;
  /** Asks whether an account is to be closed. */
  readonly onClose: (colleague: Colleague) => void;
  readonly onOpen: (colleague: Colleague) => void;
}

/** Who signs in and who has been asked to, by name and role: nothing of anybody's journeys. */
export function Colleagues(props: ColleaguesProps) {
  const { colleagues, invites, ownAccountId, refusal, onAsk, onEnd } = props;
  const [said, setSaid] = useState("");
  const id = useId();

  async function handleEnd(invite: AccountInvite) {
    const hasEnded = await onEnd(invite);
    setSaid(hasEnded ? text("colleagues.ended", { name: invite.name }) : "");
  }

  return (
    <Card labelledBy={id}>
      <h2 id={id}>{text("colleagues.title")}</h2>
      <p>{text("colleagues.lead")}</p>
      <ul className={styles["people"]}>
        {colleagues.map((colleague) => {
          const { accountId, name, role, isClosed } = colleague;
          const isMe = accountId === ownAccountId;
          return (
            <li key={accountId} className={styles["person"]}>
              <span className={styles["name"]}>
                {isMe ? text("colleagues.you", { name }) : name}
              </span>
              <span className={styles["quiet"]}>
                {text(isClosed ? "colleagues.closed" : `colleagues.role.${role}`)}
              </span>
              {!isMe && (
                <Button
                  kind={isClosed ? "quiet" : "destructive"}
                  aria-label={text(isClosed ? "colleagues.openNamed" : "colleagues.closeNamed", {
                    name,
                  })}
                  onPress={() => (isClosed ? props.onOpen : props.onClose)(colleague)}
                >
                  {text(isClosed ? "colleagues.open" : "colleagues.close")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {invites.length > 0 && (
        <>
          <h3>{text("colleagues.asked")}</h3>
          <ul className={styles["people"]}>
            {invites.map((invite) => (
              <li key={invite.accountInviteId} className={styles["person"]}>
                <span className={styles["name"]}>{invite.name}</span>
                <span className={styles["quiet"]}>
                  {text("colleagues.openUntil", {
                    role: text(`colleagues.role.${invite.role}`),
                    day: dayWords(invite.closesAtMs),
                  })}
                </span>
                <Button
                  kind="destructive"
                  aria-label={text("colleagues.endNamed", { name: invite.name })}
                  onPress={() => void handleEnd(invite)}
                >
                  {text("colleagues.end")}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {refusal}
        </Notice>
      )}
      <div className={styles["actions"]}>
        <Button onPress={onAsk}>{text("colleagues.ask")}</Button>
        <output>{said}</output>
      </div>
    </Card>
  );
}
