import { text } from "#client/lib/text.ts";
import type { Goal } from "#shared/domain/journey.ts";
import styles from "./GoalLines.module.css";

/** A goal as far as its line goes. */
export type GoalLine = Pick<Goal, "goalId" | "text" | "baseline" | "hopedFor" | "ratings">;

/** The picture's own units: wide enough for the words under six cycles. */
const width = 320;
const height = 132;
const left = 30;
const right = 12;
const top = 10;
const bottom = 26;

const placeToY = (place: number) => top + ((10 - place) / 10) * (height - top - bottom);

/**
 * Each goal over the cycles: where it began, where it stood after each, and the hope as a line across.
 * Nothing is added up and no goal stands above another; the same places stand in a table for who wants that.
 */
export function GoalLines({ goals }: { readonly goals: readonly GoalLine[] }) {
  const cycles = cyclesOf(goals);
  if (goals.length === 0) return null;
  return (
    <div className={styles["lines"]}>
      <ul className={styles["charts"]}>
        {goals.map((goal) => (
          <li key={goal.goalId} className={styles["chart"]}>
            <p className={styles["words"]}>{goal.text}</p>
            <GoalChart goal={goal} cycles={cycles} />
          </li>
        ))}
      </ul>
      <p className={styles["aid"]}>{text("focus.lines.aid")}</p>
      <details className={styles["details"]}>
        <summary className={styles["summary"]}>{text("focus.lines.table")}</summary>
        <GoalTable goals={goals} cycles={cycles} />
      </details>
    </div>
  );
}

/** Every cycle from the first to the last one with a place in any of the goals. */
function cyclesOf(goals: readonly GoalLine[]): number[] {
  const rated = goals.flatMap(({ ratings }) => ratings.map(({ cycleNumber }) => cycleNumber));
  return Array.from({ length: Math.max(0, ...rated) }, (_, n) => n + 1);
}

const ratingAfter = ({ ratings }: GoalLine, cycle: number): number | null =>
  ratings.find(({ cycleNumber }) => cycleNumber === cycle)?.value ?? null;

interface GoalChartProps {
  readonly goal: GoalLine;
  readonly cycles: readonly number[];
}

function GoalChart({ goal, cycles }: GoalChartProps) {
  const columns = [
    { label: text("focus.lines.start"), place: goal.baseline },
    ...cycles.map((cycle) => ({ label: String(cycle), place: ratingAfter(goal, cycle) })),
  ];
  const step = (width - left - right) / Math.max(1, columns.length - 1);
  const places = columns.map(({ label, place }, n) => ({ label, place, x: left + n * step }));
  const said = places.flatMap(({ place, x }) =>
    place === null ? [] : [{ x, y: placeToY(place) }],
  );
  return (
    <svg
      className={styles["svg"]}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={text("focus.lines.name", { goal: goal.text })}
    >
      {[0, 5, 10].map((place) => (
        <g key={place} className={styles["scale"]}>
          <line x1={left} x2={width - right} y1={placeToY(place)} y2={placeToY(place)} />
          <text x={left - 8} y={placeToY(place) + 4} textAnchor="end">
            {place}
          </text>
        </g>
      ))}
      {goal.hopedFor !== null && (
        <g className={styles["hope"]}>
          <line
            x1={left}
            x2={width - right}
            y1={placeToY(goal.hopedFor)}
            y2={placeToY(goal.hopedFor)}
          />
          <text
            x={width - right}
            y={goal.hopedFor > 8 ? placeToY(goal.hopedFor) + 14 : placeToY(goal.hopedFor) - 5}
            textAnchor="end"
          >
            {text("focus.lines.hopedFor")}
          </text>
        </g>
      )}
      <polyline className={styles["way"]} points={said.map(({ x, y }) => `${x},${y}`).join(" ")} />
      {said.map(({ x, y }) => (
        <circle key={x} className={styles["place"]} cx={x} cy={y} r={5} />
      ))}
      {places.map(({ label, x }, n) => (
        <text
          key={label}
          className={styles["column"]}
          x={x}
          y={height - 6}
          textAnchor={n === 0 ? "start" : n === places.length - 1 ? "end" : "middle"}
        >
          {n === 0 ? label : text("focus.lines.cycle", { number: label })}
        </text>
      ))}
    </svg>
  );
}

function GoalTable({
  goals,
  cycles,
}: {
  readonly goals: readonly GoalLine[];
  readonly cycles: readonly number[];
}) {
  const shown = (place: number | null) => place ?? text("focus.lines.notSaid");
  return (
    <div className={styles["scroll"]}>
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{text("focus.lines.goal")}</th>
            <th scope="col">{text("focus.lines.start")}</th>
            {cycles.map((number) => (
              <th key={number} scope="col">
                {text("focus.lines.after", { number })}
              </th>
            ))}
            <th scope="col">{text("focus.lines.hopedFor")}</th>
          </tr>
        </thead>
        <tbody>
          {goals.map((goal) => (
            <tr key={goal.goalId}>
              <th scope="row">{goal.text}</th>
              <td>{shown(goal.baseline)}</td>
              {cycles.map((cycle) => (
                <td key={cycle}>{shown(ratingAfter(goal, cycle))}</td>
              ))}
              <td>{shown(goal.hopedFor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
