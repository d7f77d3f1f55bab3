import { useId } from "react";
import type { ReactNode } from "react";
import { text } from "#client/lib/text.ts";
import { firstWordsOf } from "#shared/board/board-content.ts";
import type { BoardContent, ObservationContent } from "#shared/board/board-content.ts";
import styles from "./Signing.module.css";

/** What a summary is made from; `placeOf` gives a moment's clip and time where they are known. */
export interface BoardSummaryProps {
  readonly content: BoardContent;
  /** Whose aims they are; null on that person's own screen. */
  readonly practitionerName: string | null;
  readonly placeOf: (observation: ObservationContent) => string | null;
}

/** A board at a glance: what was noticed, what went well, what to do more of, how the last aims went. */
export function BoardSummary({ content, practitionerName, placeOf }: BoardSummaryProps) {
  const { observations, aims, earlierAims } = content;
  const written = aims.filter((aim) => isSaid(aim.text) || isSaid(aim.whereWhen));
  const wentWell = observations.filter(({ words }) => isSaid(words.followedBy));
  const went = earlierAims.filter((aim) => isSaid(aim.howDidItGo));
  return (
    <div className={styles["summary"]}>
      <Part heading={text("ending.noticed")}>
        <p className={styles["quiet"]}>{text("ending.moments", { count: observations.length })}</p>
        <ul className={styles["lines"]}>
          {observations.map((observation, n) => (
            <li key={observation.observationId}>
              <span className={styles["time"]}>
                {placeOf(observation) ?? text("ending.moment", { number: n + 1 })}
              </span>
              <span>{firstWordsOf(observation)}</span>
            </li>
          ))}
        </ul>
      </Part>
      {wentWell.length > 0 && (
        <Part heading={text("ending.wentWell")}>
          <ul className={styles["lines"]}>
            {wentWell.map(({ observationId, words }) => (
              <li key={observationId}>{words.followedBy}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part
        heading={
          practitionerName === null
            ? text("ending.aimsOwn")
            : text("ending.aims", { name: practitionerName })
        }
      >
        {written.length === 0 && <p className={styles["quiet"]}>{text("ending.noAims")}</p>}
        <ol className={styles["aims"]}>
          {written.map(({ aimId, text: aim, whereWhen }) => (
            <li key={aimId}>
              {aim}
              {isSaid(whereWhen) && (
                <span className={styles["whereWhen"]}>
                  {text("ending.whereWhen", { words: whereWhen })}
                </span>
              )}
            </li>
          ))}
        </ol>
      </Part>
      {went.length > 0 && (
        <Part heading={text("ending.earlier")}>
          <ul className={styles["lines"]}>
            {went.map(({ aimId, text: aim, howDidItGo }) => (
              <li key={aimId}>
                {aim}
                <span className={styles["whereWhen"]}>{howDidItGo}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  );
}

function Part({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles["part"]} aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      {children}
    </section>
  );
}

const isSaid = (words: string) => words.trim() !== "";
