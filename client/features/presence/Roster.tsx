import { useEffect, useRef } from "react";
import { announce } from "#client/lib/announce.ts";
import { classNames } from "#client/lib/class-names.ts";
import type { MemberFace } from "#client/lib/member-face.ts";
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
  /** Everybody's face while one is in the call. */
  readonly faceOf?: ((participantId: string) => MemberFace) | null;
}

/** Who is in the room, always in sight: name, role, connection, and who else sits with them. */
export function Roster({ members, me, onStage = false, faceOf = null }: RosterProps) {
  usePresenceSaid(members, me);
  return (
    <ul
      className={classNames(styles["roster"], onStage && styles["onStage"])}
      aria-label={text("presence.region")}
    >
      {members.map((member) => (
        <li key={member.participantId}>
          <MemberChip
            member={member}
            isMe={member.participantId === me}
            face={faceOf?.(member.participantId) ?? null}
          />
        </li>
      ))}
    </ul>
  );
}

interface MemberChipProps {
  readonly member: Member;
  readonly isMe: boolean;
  readonly face: MemberFace | null;
}

function MemberChip({ member, isMe, face }: MemberChipProps) {
  const { name, colour, link } = member;
  const shownName = isMe ? text("presence.you", { name }) : name;
  const looks = [
    styles[link],
    isPlain(member, face) && styles["plain"],
    face !== null && styles["withFace"],
    face?.isSpeaking === true && styles["speaking"],
  ];
  return (
    <div className={classNames(styles["chip"], ...looks)} data-speaking={face?.isSpeaking}>
      <Ring name={name} colour={colour} face={face} />
      <span className={styles["words"]}>
        <span className={styles["name"]} title={name}>
          {shownName}
        </span>
        <span className={styles["facts"]}>{factsOf(member, face).join(" · ")}</span>
        <span className="visually-hidden">{face?.words.join(" · ")}</span>
      </span>
    </div>
  );
}

function Ring({
  name,
  colour,
  face,
}: Pick<Member, "name" | "colour"> & Pick<MemberChipProps, "face">) {
  return (
    <span className={classNames(styles["ring"], styles[`colour${colour}`])} aria-hidden="true">
      <span className={styles["initials"]}>{initials(name)}</span>
      {face !== null && <span className={styles["face"]}>{face.picture}</span>}
      {face?.mark && <span className={styles["mark"]}>{face.mark}</span>}
    </span>
  );
}

function factsOf({ role, link, isOnOwn, company }: Member, face: MemberFace | null): string[] {
  const facts = [text(`presence.${role}`)];
  if (link !== "here") facts.push(text(`presence.${link}`));
  else if (face !== null && face.note !== null) facts.push(face.note);
  if (isOnOwn) facts.push(text("presence.onOwn"));
  if (company !== null) facts.push(text(`presence.${company}`));
  return facts;
}

/** Where there is little room the circle alone stands for somebody of whom nothing special is to be said. */
function isPlain({ link, company, role, isOnOwn }: Member, face: MemberFace | null): boolean {
  const isUsual = link === "here" && company !== "someone-with-me";
  if (face === null) return isUsual;
  return isUsual && face.note === null && role !== "supervisor" && !isOnOwn;
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
