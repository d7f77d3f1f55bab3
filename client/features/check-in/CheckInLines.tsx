import { text } from "#client/lib/text.ts";
import { checkInElements } from "#shared/domain/check-in.ts";
import type { CheckIn, CheckInElement } from "#shared/domain/check-in.ts";
import styles from "./CheckIn.module.css";

const width = 240;
const height = 96;
/** Room for the words at both ends of the scale. */
const left = 56;
const right = 12;
const top = 12;
const bottom = 12;

const answerToY = (answer: number) => top + ((4 - answer) / 4) * (height - top - bottom);

/** A small picture for each element over the moments, on one scale of five words; what was left out is a gap. */
export function CheckInLines({ checkIns }: { readonly checkIns: readonly CheckIn[] }) {
  return (
    <ul className={styles["lines"]}>
      {checkInElements.map((element) => (
        <li key={element}>
          <Line element={element} checkIns={checkIns} />
          <p className={styles["lineName"]}>{text(`checkIn.${element}`)}</p>
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  readonly element: CheckInElement;
  readonly checkIns: readonly CheckIn[];
}

function Line({ element, checkIns }: LineProps) {
  const step = (width - left - right) / Math.max(1, checkIns.length - 1);
  const places = checkIns.map(({ answers }, n) => ({
    x: left + n * step,
    answer: answers[element],
  }));
  const pairs = places.slice(1).map((to, n) => [places[n], to] as const);
  const name = text("checkIn.lines", { element: text(`checkIn.${element}`) });
  return (
    <svg
      className={styles["line"]}
      data-element={element}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={name}
    >
      {([0, 4] as const).map((answer) => (
        <text key={answer} className={styles["end"]} x={left - 10} y={answerToY(answer) + 4}>
          {text(`checkIn.word.${answer}`)}
        </text>
      ))}
      {[0, 1, 2, 3, 4].map((answer) => (
        <line
          key={answer}
          className={styles["scale"]}
          x1={left}
          x2={width - right}
          y1={answerToY(answer)}
          y2={answerToY(answer)}
        />
      ))}
      {pairs.map(([from, to]) =>
        from === undefined || from.answer === null || to.answer === null ? null : (
          <line
            key={to.x}
            className={styles["way"]}
            x1={from.x}
            x2={to.x}
            y1={answerToY(from.answer)}
            y2={answerToY(to.answer)}
          />
        ),
      )}
      {places.map(({ x, answer }) =>
        answer === null ? null : (
          <circle key={x} className={styles["place"]} cx={x} cy={answerToY(answer)} r={5} />
        ),
      )}
    </svg>
  );
}
