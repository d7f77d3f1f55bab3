import { useCallback, useId } from "react";
import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import { Card } from "#client/ui/Card.tsx";
import { CheckInTable } from "#client/ui/CheckInTable.tsx";
import type { Journey } from "#shared/domain/journey.ts";
import styles from "./Journey.module.css";

/** The check-ins a practitioner has chosen to share; nothing at all while there is none. */
export function SharedCheckIns({ journey }: { readonly journey: Journey }) {
  const id = useId();
  const { journeyId, practitionerName: name } = journey;
  const { answer } = useAnswered(
    useCallback(() => call("readSharedCheckIns", { params: { journeyId } }), [journeyId]),
  );
  const shared = (answer?.ok === true ? answer.value : []).flatMap((one) =>
    one.answers === null ? [] : [{ ...one, answers: one.answers }],
  );
  if (shared.length === 0) return null;
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{text("checkIn.shared.title", { name })}</h2>
      <p className={styles["quiet"]}>{text("checkIn.shared.lead", { name })}</p>
      <CheckInTable checkIns={shared} />
    </Card>
  );
}
