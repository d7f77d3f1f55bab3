import { useCallback } from "react";
import { call } from "#client/lib/api.ts";
import { dayWords } from "#client/lib/dates.ts";
import { endWords } from "#client/lib/end-words.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import { useNowMs } from "#client/lib/use-now.ts";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import styles from "./Journey.module.css";

/** In the practitioner's own place: what was agreed about what is kept, and until when. */
export function OwnJourneyEnd({ journeyId }: { readonly journeyId: string }) {
  const ask = useCallback(() => call("readOwnEnd", { params: { journeyId } }), [journeyId]);
  const { answer } = useAnswered(ask);
  const nowMs = useNowMs();
  if (answer === null) return <Loading />;
  if (!answer.ok) return <Notice tone="attention">{refusalWords(answer)}</Notice>;
  const { end, clipsKeptDays, wordsKeptMonths: months } = answer.value;
  return (
    <div className={styles["block"]}>
      {end !== null && <p>{text("end.onOwn", { day: dayWords(end.endedAtMs) })}</p>}
      {end !== null && end.keeps !== "" && (
        <div className={styles["rowWords"]}>
          <h3>{text("end.keeps")}</h3>
          <p>{end.keeps}</p>
        </div>
      )}
      <p>{endWords(end, clipsKeptDays, nowMs)}</p>
      <p>{text("end.words", { months })}</p>
    </div>
  );
}
