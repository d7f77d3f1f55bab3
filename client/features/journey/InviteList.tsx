import { call } from "#client/lib/api.ts";
import { announce } from "#client/lib/announce.ts";
import { momentWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { Button } from "#client/ui/Button.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Invite } from "#shared/domain/journey.ts";
import styles from "./Journey.module.css";
import { useChange } from "./use-journey.ts";

/** The links of a review and how each stands; any may be ended at any time. */
export function InviteList({ invites }: { readonly invites: readonly Invite[] }) {
  const change = useChange();
  const nowMs = useNowMs();
  if (invites.length === 0) return null;

  async function handleRevoke({ inviteId, name }: Invite) {
    const answer = await change.make(() => call("revokeInvite", { params: { inviteId } }));
    if (answer.ok) announce(text("invite.ended", { name }));
  }

  return (
    <section className={styles["block"]} aria-labelledby="invite-list">
      <h3 id="invite-list">{text("invite.list")}</h3>
      {change.refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {change.refusal}
        </Notice>
      )}
      <ul className={styles["rows"]}>
        {invites.map((invite) => {
          const isOver = invite.state === "revoked" || invite.closesAtMs < nowMs;
          return (
            <li key={invite.inviteId} className={styles["row"]}>
              <div className={styles["rowWords"]}>
                <p className={styles["clipTitle"]}>{invite.name}</p>
                <p className={styles["quiet"]}>
                  {text(`invite.role.${invite.role}`)} ·{" "}
                  {isOver ? text("invite.over") : inviteWords(invite, nowMs)}
                </p>
              </div>
              {!isOver && (
                <Button
                  kind="destructive"
                  aria-label={text("invite.revokeName", { name: invite.name })}
                  onPress={() => void handleRevoke(invite)}
                >
                  {text("invite.revoke")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function inviteWords(invite: Invite, nowMs: number): string {
  const until = text("invite.until", { when: momentWords(invite.closesAtMs, nowMs) });
  return `${text(`invite.state.${invite.state}`)}, ${until}`;
}
