import { useCallback, useId } from "react";
import type { ReactNode } from "react";
import { call } from "#client/lib/api.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import { GoalLines } from "#client/ui/GoalLines.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Growth } from "#shared/protocol/growth-routes.ts";
import type { FilmSurroundings } from "./Films.tsx";
import { FilmStrip } from "./FilmStrip.tsx";
import styles from "./Growth.module.css";
import { OpenClips } from "./OpenClips.tsx";
import { SideBySide } from "./SideBySide.tsx";

interface GrowthViewProps extends FilmSurroundings {
  readonly journeyId: string;
}

/** How a journey has gone, for its guider: two clips side by side, the film strip, the goals. */
export function GuiderGrowth({ journeyId, ...surroundings }: GrowthViewProps) {
  const ask = useCallback(() => call("readGrowth", { params: { journeyId } }), [journeyId]);
  return (
    <Read ask={ask}>
      {(growth) => (
        <GrowthSections growth={growth} isOwn={false}>
          <SideBySide clips={growth.clips} {...surroundings} />
        </GrowthSections>
      )}
    </Read>
  );
}

/** The same in the practitioner's own place, with the clips that are open to them. */
export function OwnGrowth({ journeyId, ...surroundings }: GrowthViewProps) {
  const ask = useCallback(() => call("readOwnGrowth", { params: { journeyId } }), [journeyId]);
  return (
    <Read ask={ask}>
      {(growth) => (
        <GrowthSections growth={growth} isOwn>
          <OpenClips clips={growth.clips} {...surroundings} />
          {growth.clips.length > 1 && <SideBySide clips={growth.clips} {...surroundings} />}
        </GrowthSections>
      )}
    </Read>
  );
}

function Read(props: {
  readonly ask: Parameters<typeof useAnswered<Growth>>[0];
  readonly children: (growth: Growth) => ReactNode;
}) {
  const { answer } = useAnswered(props.ask);
  if (answer === null) return <Loading />;
  if (!answer.ok) return <Notice tone="attention">{refusalWords(answer)}</Notice>;
  return props.children(answer.value);
}

/** A journey on one page: the question, clips, the strip with its aims, the goals over the cycles. */
export function GrowthSections(props: {
  readonly growth: Growth;
  readonly isOwn: boolean;
  readonly children: ReactNode;
}) {
  const { growth, isOwn, children } = props;
  const { practitionerName: practitioner, childName: child, helpingQuestion, goals } = growth;
  const id = useId();
  return (
    <div className={styles["sections"]}>
      <p>
        {isOwn ? text("growth.own.lead", { child }) : text("growth.lead", { practitioner, child })}
      </p>
      {helpingQuestion !== "" && (
        <section className={styles["section"]} aria-labelledby={`${id}-question`}>
          <h2 id={`${id}-question`}>{text("growth.question")}</h2>
          <p className={styles["question"]}>{helpingQuestion}</p>
        </section>
      )}
      {children}
      <FilmStrip growth={growth} isOwn={isOwn} />
      <section className={styles["section"]} aria-labelledby={`${id}-goals`}>
        <h2 id={`${id}-goals`}>{text("growth.goals")}</h2>
        {goals.length === 0 ? <p>{text("growth.noGoals")}</p> : <GoalLines goals={goals} />}
      </section>
    </div>
  );
}
