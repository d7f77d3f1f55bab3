import { useEffect, useRef } from "react";
import { announce } from "#client/lib/announce.ts";
import { classNames } from "#client/lib/class-names.ts";
import { text } from "#client/lib/text.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import { initials } from "./initials.ts";
import { presenceChanges } from "./presence-changes.ts";
import styles from "./Roster.module.css";

/** Props of the roster: everybody in the room, and which of them is me. */
export interface RosterProps {
  readonly members: readonly Member[];
  readonly me: string;
  /** The look on the dark stage behind the video. */
  readonly onStage?: boolean;
}

/** Who is in the room, always in sight: name, role, connection, and who else sits with them. */
export function Roster({ members, me, onStage = false }: RosterProps) {
  usePresenceSaid(members, me);
  return (
    <ul
      className={classNames(styles["roster"], onStage && styles["onStage"])}
      aria-label={text("presence.region")}
    >
      {members.map((member) => (
        <li key={member.participantId}>
          <MemberChip member={member} isMe={member.participantId === me} />
        </li>
      ))}
    </ul>
  );
}

function MemberChip({ member, isMe }: { readonly member: Member; readonly isMe: boolean }) {
  const { name, colour, link, role, company, isOnOwn } = member;
  const shownName = isMe ? text("presence.you", { name }) : name;
  const facts = [text(`presence.${role}`)];
  if (link !== "here") facts.push(text(`presence.${link}`));
  if (isOnOwn) facts.push(text("presence.onOwn"));
  if (company !== null) facts.push(text(`presence.${company}`));
  // Where there is little room the circle alone stands for somebody of whom nothing special is to be said.
  const isPlain = link === "here" && company !== "someone-with-me";
  return (
    <div className={classNames(styles["chip"], styles[link], isPlain && styles["plain"])}>
      <span className={classNames(styles["ring"], styles[`colour${colour}`])} aria-hidden="true">
        <span className={styles["initials"]}>{initials(name)}</span>
      </span>
      <span className={styles["words"]}>
        <span className={styles["name"]} title={name}>
          {shownName}
        </span>
        <span className={styles["facts"]}>{facts.join(" · ")}</span>
      </span>
    </div>
  );
}

function usePresenceSaid(members: readonly Member[], me: string): void {
  const beforeRef = useRef<readonly Member[] | null>(null);
  useEffect(() => {
    const before = beforeRef.current;
    beforeRef.current = members;
    if (before === null || before.length === 0) return;
    const said = presenceChanges(before, members, me);
    // One announcement for all of it: two would merge into the last.
    if (said.length > 0) announce(said.join(" "));
  }, [members, me]);
}
