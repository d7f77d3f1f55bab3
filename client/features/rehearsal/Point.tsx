import CircleCheck from "lucide-react/icons/circle-check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { text } from "#client/lib/text.ts";
import { StatusChip } from "#client/ui/StatusChip.tsx";
import type { Finding, PointName } from "./findings.ts";
import styles from "./Rehearsal.module.css";

/** Props of one point; without findings it is still to come. */
export interface PointProps {
  readonly point: PointName;
  readonly findings: readonly Finding[] | null;
  readonly isTrying: boolean;
}

const chips = {
  good: { tone: "good", icon: <CircleCheck size={16} /> },
  attention: { tone: "attention", icon: <TriangleAlert size={16} /> },
  trying: { tone: "calm", icon: <CircleDashed size={16} /> },
  waiting: { tone: "calm", icon: <CircleDashed size={16} /> },
} as const;

/** One point of the rehearsal: what it is, whether it works, and what was found. */
export function Point({ point, findings, isTrying }: PointProps) {
  const state = stateOf(findings, isTrying);
  return (
    <li className={styles["point"]}>
      <div className={styles["pointHead"]}>
        <h3>{text(`rehearsal.point.${point}`)}</h3>
        <StatusChip {...chips[state]}>{text(`rehearsal.${state}`)}</StatusChip>
      </div>
      {findings?.map(({ words }) => (
        <p key={words}>{words}</p>
      ))}
    </li>
  );
}

function stateOf(findings: readonly Finding[] | null, isTrying: boolean): keyof typeof chips {
  if (findings === null) return isTrying ? "trying" : "waiting";
  return findings.every(({ isGood }) => isGood) ? "good" : "attention";
}
