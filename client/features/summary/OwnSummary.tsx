import { useCallback } from "react";
import { call } from "#client/lib/api.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { OwnSummary as Own } from "#shared/protocol/summary-routes.ts";
import type { Summary } from "#shared/report/summary.ts";
import { Frame } from "./Frame.tsx";
import { Lines } from "./Lines.tsx";
import { Preview } from "./Preview.tsx";
import { Share } from "./Share.tsx";
import styles from "./Summary.module.css";

/** A practitioner makes their strengths summary, line by line, and the links to it. */
export function OwnSummary({ journeyId }: { readonly journeyId: string }) {
  const ask = useCallback(() => call("readSummary", { params: { journeyId } }), [journeyId]);
  const kept = useAnswered<Own>(ask);
  const { answer } = kept;
  if (answer === null) return <Loading />;
  if (!answer.ok) return <Notice tone="attention">{refusalWords(answer)}</Notice>;
  const own = answer.value;
  const { childAs } = own.summary;
  const keep = (body: Summary) =>
    kept.change(() => call("keepSummary", { params: { journeyId }, body }));
  return (
    <div className={styles["columns"]}>
      <div className={styles["column"]}>
        <p>{text("summary.intro")}</p>
        <Notice>{text("summary.unnamed", { child: text(`summary.childAs.${childAs}`) })}</Notice>
        {kept.refusal !== "" && (
          <Notice tone="attention" isAnnounced>
            {kept.refusal}
          </Notice>
        )}
        <Lines own={own} keep={keep} />
        <Frame summary={own.summary} keep={keep} />
      </div>
      <div className={styles["column"]}>
        <Preview own={own} />
        <Share journeyId={journeyId} own={own} reload={() => void kept.change(ask)} />
      </div>
    </div>
  );
}
