import { classNames } from "#client/lib/class-names.ts";
import { stageAt } from "#shared/playback/view.ts";
import type { View } from "#shared/playback/view.ts";
import type { Member } from "#shared/protocol/room-events.ts";
import type { Pointer } from "./pointers.ts";
import styles from "./PointerRings.module.css";

/** What the rings need: whose they are and what part of the picture is shown. */
export interface PointerRingsProps {
  readonly pointers: readonly Pointer[];
  readonly view: View;
  readonly members: readonly Member[];
}

/** A ring for everybody who points, in their colour and pattern, with their name. */
export function PointerRings({ pointers, view, members }: PointerRingsProps) {
  return pointers.map(({ by, at }) => {
    const member = members.find(({ participantId }) => participantId === by);
    const { x, y } = stageAt(view, at);
    return (
      <span
        key={by}
        aria-hidden="true"
        data-ring={by}
        className={classNames(styles["ring"], styles[`colour${member?.colour ?? 0}`])}
        style={{ "--x": x, "--y": y }}
      >
        <span className={styles["name"]}>{member?.name}</span>
      </span>
    );
  });
}
