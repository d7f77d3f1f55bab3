import { useCallback } from "react";
import { call } from "#client/lib/api.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import { KeptAims } from "#client/ui/KeptAims.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { OwnCycle } from "#shared/protocol/own-routes.ts";
import { OwnMoments } from "./OwnMoments.tsx";
import styles from "./Own.module.css";

/** A practitioner's aims with how they went, the moments they pinned, and the notes nobody else has. */
export function OwnCycles({ journeyId }: { readonly journeyId: string }) {
  const ask = useCallback(() => call("readOwnCycles", { params: { journeyId } }), [journeyId]);
  const { answer } = useAnswered(ask);
  if (answer === null) return <Loading />;
  if (!answer.ok) return <Notice tone="attention">{refusalWords(answer)}</Notice>;
  return <OwnCycleList cycles={answer.value} />;
}

/** Only the cycles in which there is something. */
export function OwnCycleList({ cycles }: { readonly cycles: readonly OwnCycle[] }) {
  const written = cycles.filter(
    ({ aims, moments, notes }) => aims.length + moments.length + notes.length > 0,
  );
  if (written.length === 0) return <p className={styles["quiet"]}>{text("own.none")}</p>;
  return written.map(({ number, aims, moments, notes }) => (
    <div key={number} className={styles["cycle"]}>
      <h3>{text("cycle.title", { number })}</h3>
      {aims.length > 0 && <KeptAims aims={aims} name={text("ending.aimsOwn")} />}
      {moments.length > 0 && <OwnMoments moments={moments} />}
      {notes.length > 0 && (
        <>
          <h4>{text("own.notes")}</h4>
          <ul className={styles["list"]}>
            {notes.map((words, n) => (
              <li key={`${n} ${words}`}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  ));
}
