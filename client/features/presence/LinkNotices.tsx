import { text } from "#client/lib/text.ts";
import { Notice } from "#client/ui/Notice.tsx";
import type { Member } from "#shared/protocol/room-events.ts";
import styles from "./LinkNotices.module.css";

/** Whose connection is away now, in a sentence each: mine first, then the others'. */
export function LinkNotices(props: {
  readonly members: readonly Member[];
  readonly me: string;
  /** Whether this page has lost the server. What it knows of the others is then old, so it says nothing of them. */
  readonly isOwnLinkLost: boolean;
}) {
  const { members, me, isOwnLinkLost } = props;
  const others = members.filter((member) => member.participantId !== me && member.link !== "here");
  if (isOwnLinkLost) {
    return (
      <div className={styles["notices"]}>
        <Notice tone="attention" isAnnounced>
          {text("presence.ownLost")}
        </Notice>
      </div>
    );
  }
  if (others.length === 0) return null;
  return (
    <div className={styles["notices"]}>
      {others.map(({ participantId, name, link }) => (
        <Notice key={participantId} tone={link === "lost" ? "attention" : "info"}>
          {text(link === "lost" ? "presence.lostNotice" : "presence.awayNotice", { name })}
        </Notice>
      ))}
    </div>
  );
}
