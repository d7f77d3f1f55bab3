import { useQuery } from "@tanstack/react-query";
import { call } from "#client/lib/api.ts";
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
  const { signed } = answer.value;
  return signed === null ? <p>{text("signed.none")}</p> : <Copy signed={signed} />;
}

const whenOf = (atMs: number) => `${dayWords(atMs)}, ${timeWords(atMs)}`;

function Copy({ signed }: { readonly signed: Signed }) {
  const { content, signedBy, version, signedAtMs, writtenOnAtMs, sha256 } = signed;
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
            {content.goals.map((goal) => (
              <li key={goal.goalId}>{goal.text}</li>
            ))}
          </ul>
        </section>
      )}
      <BoardSummary content={content} practitionerName={practitioner} />
      <SignedMoments observations={content.observations} />
      <p className={styles["fingerprint"]}>
        {text("signed.fingerprint")} <code>{sha256}</code>
      </p>
    </div>
  );
}
