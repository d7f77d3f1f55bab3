import { useQuery } from "@tanstack/react-query";
import { call } from "#client/lib/api.ts";
import { momentPlace } from "#client/lib/moment-place.ts";
import { dayWords, timeWords } from "#client/lib/dates.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { SignedBoard as Signed } from "#shared/protocol/signing-routes.ts";
import { BoardSummary } from "./BoardSummary.tsx";
import { SignedMoments } from "./SignedMoments.tsx";
import styles from "./Signing.module.css";

/** The newest signed copy of a review's board, to be read. */
export function SignedBoard({ reviewId }: { readonly reviewId: string }) {
  const query = useQuery({
    queryKey: ["signed-board", reviewId],
    queryFn: () => call("readSignedBoard", { params: { reviewId } }),
  });
  const answer = query.data ?? null;
  if (answer === null) return <Loading />;
  if (!answer.ok) return <Notice tone="attention">{refusalWords(answer)}</Notice>;
  const { signed, goalIds, places } = answer.value;
  if (signed === null) return <p>{text("signed.none")}</p>;
  const placeOf = (observationId: string) => {
    const place = places.find((one) => one.observationId === observationId);
    return place === undefined ? null : momentPlace(place.clipTitle, place.positionMs);
  };
  return <Copy signed={signed} goalIds={goalIds} placeOf={placeOf} />;
}

const whenOf = (atMs: number) => `${dayWords(atMs)}, ${timeWords(atMs)}`;

interface CopyProps {
  readonly signed: Signed;
  /** The journey's goals in their order. */
  readonly goalIds: readonly string[];
  /** The clip and time of a moment; null when its clip is not kept any more. */
  readonly placeOf: (observationId: string) => string | null;
}

function Copy({ signed, goalIds, placeOf }: CopyProps) {
  const { content, signedBy, version, signedAtMs, writtenOnAtMs, sha256 } = signed;
  const goals = content.goals.toSorted(
    (one, other) => goalIds.indexOf(one.goalId) - goalIds.indexOf(other.goalId),
  );
  const practitioner = signedBy.find(({ role }) => role === "practitioner")?.name ?? null;
  return (
    <div className={styles["summary"]}>
      <h2>{text("signed.version", { version, when: whenOf(signedAtMs) })}</h2>
      <ul className={styles["people"]}>
        {signedBy.map(({ participantId, name, role, agreedAtMs }) => (
          <li key={participantId}>
            {text("signed.by", {
              name,
              role: text(`signed.role.${role}`),
              when: whenOf(agreedAtMs),
            })}
          </li>
        ))}
      </ul>
      {writtenOnAtMs !== null && (
        <Notice>{text("signed.writtenOn", { when: whenOf(writtenOnAtMs) })}</Notice>
      )}
      {content.helpingQuestion.trim() !== "" && (
        <p>
          <span className={styles["whereWhen"]}>{text("signed.question")}</span>
          {content.helpingQuestion}
        </p>
      )}
      {content.goals.length > 0 && (
        <section className={styles["part"]}>
          <h3>{text("signed.goals")}</h3>
          <ul className={styles["lines"]}>
            {goals.map((goal) => (
              <li key={goal.goalId}>{goal.text}</li>
            ))}
          </ul>
        </section>
      )}
      <BoardSummary
        content={content}
        practitionerName={practitioner}
        placeOf={({ observationId }) => placeOf(observationId)}
      />
      <SignedMoments observations={content.observations} placeOf={placeOf} />
      <p className={styles["fingerprint"]}>
        {text("signed.fingerprint")} <code>{sha256}</code>
      </p>
    </div>
  );
}
