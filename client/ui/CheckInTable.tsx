import { text } from "#client/lib/text.ts";
import { checkInElements } from "#shared/domain/check-in.ts";
import type { CheckIn, CheckInAnswer } from "#shared/domain/check-in.ts";
import styles from "./CheckInTable.module.css";

export interface CheckInTableProps {
  readonly checkIns: readonly CheckIn[];
  /** What stands beside each moment, under its own heading; none when left out. */
  readonly beside?: {
    readonly heading: string;
    readonly of: (checkIn: CheckIn) => React.ReactNode;
  };
}

/** Check-ins in words, a row for each moment; nothing is added up. */
export function CheckInTable({ checkIns, beside }: CheckInTableProps) {
  return (
    // Too wide for a phone: the arrow keys must reach its end.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles["scroll"]} role="region" aria-label={text("checkIn.table")} tabIndex={0}>
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{text("checkIn.moment")}</th>
            {beside !== undefined && <th scope="col">{beside.heading}</th>}
            {checkInElements.map((element) => (
              <th key={element} scope="col">
                {text(`checkIn.${element}`)}
              </th>
            ))}
            <th scope="col">{text("checkIn.todayColumn")}</th>
          </tr>
        </thead>
        <tbody>
          {checkIns.map((checkIn) => (
            <tr key={`${checkIn.reviewId ?? ""}${checkIn.moment}`}>
              <th scope="row">{momentOf(checkIn)}</th>
              {beside !== undefined && <td>{beside.of(checkIn)}</td>}
              {checkInElements.map((element) => (
                <td key={element}>{answerWords(checkIn.answers[element])}</td>
              ))}
              <td>{checkIn.answers.word}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which moment it was, with its cycle. */
export function momentOf({ moment, cycleNumber }: Pick<CheckIn, "moment" | "cycleNumber">): string {
  return moment === "followUp"
    ? text("checkIn.row.followUp")
    : text(`checkIn.row.${moment}`, { cycle: cycleNumber ?? 0 });
}

/** An answer in its word. */
export function answerWords(answer: CheckInAnswer): string {
  const place = ([0, 1, 2, 3, 4] as const).find((one) => one === answer);
  return place === undefined ? text("checkIn.leftOut") : text(`checkIn.word.${place}`);
}
