import { useCallback, useState } from "react";
import { call } from "#client/lib/api.ts";
import { refusalWords } from "#client/lib/refusal-words.ts";
import { text } from "#client/lib/text.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import { CheckField } from "#client/ui/CheckField.tsx";
import { CheckInTable, momentOf } from "#client/ui/CheckInTable.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import { checkInMomentSchema, noAnswers } from "#shared/domain/check-in.ts";
import type {
  CheckIn,
  CheckInAnswers,
  CheckInMoment,
  CheckInPlace,
} from "#shared/domain/check-in.ts";
import type { JourneyId, ReviewId } from "#shared/domain/ids.ts";
import { CheckInForm } from "./CheckInForm.tsx";
import { CheckInLines } from "./CheckInLines.tsx";
import styles from "./CheckIn.module.css";

interface OwnCheckInsProps {
  readonly journeyId: JourneyId;
  /** The review of this browser's link. */
  readonly reviewId: ReviewId;
  /** The moment that is asked about first. */
  readonly begins?: CheckInMoment;
}

/** The practitioner's check-ins: one to say now, and all of them over the cycles. */
export function OwnCheckIns({ journeyId, reviewId, begins = "before" }: OwnCheckInsProps) {
  const params = { journeyId };
  const { answer, isSending, refusal, change } = useAnswered(
    useCallback(() => call("readOwnCheckIns", { params: { journeyId } }), [journeyId]),
  );
  const [moment, setMoment] = useState<CheckInMoment>(begins);
  const [said, setSaid] = useState("");
  if (answer === null) return <Loading />;
  if (!answer.ok) return <Notice tone="attention">{refusalWords(answer)}</Notice>;
  const all = answer.value;
  const place: CheckInPlace =
    moment === "followUp" ? { moment, reviewId: null } : { moment, reviewId };
  const now = all.find((one) => one.moment === moment && one.reviewId === place.reviewId);

  async function handleKeep(answers: CheckInAnswers) {
    const isKept = await change(() => call("keepCheckIn", { params, body: { place, answers } }));
    const words = now?.isShared === true ? "checkIn.keptShared" : "checkIn.kept";
    setSaid(isKept ? text(words) : "");
  }
  async function handleShare({ reviewId: of, moment: when }: CheckIn, isShared: boolean) {
    const shared: CheckInPlace =
      of === null || when === "followUp"
        ? { moment: "followUp", reviewId: null }
        : { moment: when, reviewId: of };
    await change(() => call("shareCheckIn", { params, body: { place: shared, isShared } }));
  }

  return (
    <>
      <p>{text("checkIn.lead")}</p>
      <p className={styles["quiet"]}>{text("checkIn.onlyYou")}</p>
      <SelectField
        label={text("checkIn.when")}
        value={moment}
        options={checkInMomentSchema.options.map((value) => ({
          value,
          label: text(`checkIn.moment.${value}`),
        }))}
        onChange={(chosen) => {
          setMoment(chosen);
          setSaid("");
        }}
      />
      <CheckInForm
        key={moment}
        answers={now?.answers ?? noAnswers}
        isSending={isSending}
        refusal={refusal}
        onKeep={(answers) => void handleKeep(answers)}
      />
      <output>{said}</output>
      <h3>{text("checkIn.over")}</h3>
      {all.length === 0 ? (
        <p className={styles["quiet"]}>{text("checkIn.none")}</p>
      ) : (
        <>
          <CheckInLines checkIns={all} />
          <CheckInTable
            checkIns={all}
            beside={{
              heading: text("checkIn.sharedColumn"),
              of: (one) => (
                <CheckField
                  label={text("checkIn.share", { moment: momentOf(one) })}
                  isChecked={one.isShared}
                  isDisabled={isSending}
                  onChange={(isShared) => void handleShare(one, isShared)}
                />
              ),
            }}
          />
        </>
      )}
    </>
  );
}
