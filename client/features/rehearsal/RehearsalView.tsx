import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Refused } from "#client/lib/api.ts";
import { timeWords } from "#client/lib/dates.ts";
import { paths } from "#client/lib/paths.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { Button, buttonClasses } from "#client/ui/Button.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { pointNames } from "./findings.ts";
import { Point } from "./Point.tsx";
import { SoundTrial } from "./SoundTrial.tsx";
import styles from "./Rehearsal.module.css";
import { useRehearsal } from "./use-rehearsal.ts";
import type { RehearsalState } from "./use-rehearsal.ts";

/** Props of the rehearsal; `devices` is the check of camera and microphone that guests have too. */
export interface RehearsalViewProps {
  readonly reviewId: string;
  readonly devices: ReactNode;
}

/** Walks the practitioner's way in and says of each point whether it works and what to do if not. */
export function RehearsalView({ reviewId, devices }: RehearsalViewProps) {
  const { state, again } = useRehearsal(reviewId);
  if (state.kind === "starting") return <Loading words={text("rehearsal.starting")} />;
  if (state.kind === "refused") {
    return <NotNow refused={state.refused} reviewId={reviewId} onAgain={again} />;
  }
  const { rehearsal, clips, findings } = state;
  const name = rehearsal.practitionerName;
  const hasRoom = findings.room !== undefined && findings.letIn?.[0]?.isGood === true;
  return (
    <div className={styles["panel"]}>
      <p className={styles["lead"]}>{text("rehearsal.lead", { name })}</p>
      <section aria-labelledby="rehearsal-points" className={styles["block"]}>
        <h2 id="rehearsal-points">{text("rehearsal.points", { name })}</h2>
        <ol className={styles["points"]}>
          {pointNames.map((point) => (
            <Point
              key={point}
              point={point}
              findings={findings[point] ?? null}
              isTrying={state.kind === "walking"}
            />
          ))}
        </ol>
      </section>
      {state.kind === "walked" && <Verdict state={state} />}
      <div className={styles["buttons"]}>
        {hasRoom && (
          <a
            href={rehearsal.path + paths.room(reviewId)}
            className={buttonClasses("primary")}
            aria-describedby="rehearsal-see"
          >
            {text("rehearsal.see", { name })}
          </a>
        )}
        <Button isPending={state.kind === "walking"} onPress={again}>
          {text("rehearsal.again")}
        </Button>
        <Link href={paths.journey(rehearsal.journeyId)} className={buttonClasses("quiet")}>
          {text("rehearsal.journey")}
        </Link>
      </div>
      <p id="rehearsal-see" className={styles["quiet"]}>
        {text("rehearsal.seeWords", { name })}{" "}
        {text("rehearsal.ends", { time: timeWords(rehearsal.endsAtMs) })}
      </p>
      {clips.length > 0 && <SoundTrial clips={clips} name={name} />}
      {devices}
    </div>
  );
}

function NotNow({
  refused,
  reviewId,
  onAgain,
}: {
  readonly refused: Refused;
  readonly reviewId: string;
  readonly onAgain: () => void;
}) {
  return (
    <div className={styles["panel"]}>
      <Notice tone="attention" isAnnounced>
        {refusalWords(refused)}
      </Notice>
      <div className={styles["buttons"]}>
        <Button onPress={onAgain}>{text("rehearsal.again")}</Button>
        <Link href={paths.room(reviewId)} className={buttonClasses("primary")}>
          {text("review.openRoom")}
        </Link>
      </div>
    </div>
  );
}

function Verdict({ state }: { readonly state: Extract<RehearsalState, { rehearsal: unknown }> }) {
  const name = state.rehearsal.practitionerName;
  const wanted = pointNames.filter(
    (point) => !(state.findings[point] ?? []).every(({ isGood }) => isGood),
  ).length;
  return wanted === 0 ? (
    <Notice tone="good" isAnnounced>
      {text("rehearsal.allGood", { name })}
    </Notice>
  ) : (
    <Notice tone="attention" isAnnounced>
      {text("rehearsal.someAttention", { name, count: wanted })}
    </Notice>
  );
}
