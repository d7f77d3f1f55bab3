import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Card } from "#client/ui/Card.tsx";
import { CheckField } from "#client/ui/CheckField.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Journey } from "#shared/domain/journey.ts";
import styles from "./Journey.module.css";
import { useChange } from "./use-journey.ts";

/** Whether goals and moments may be linked to an official plan: off until somebody needs it. */
export function PlanLinks({ journey }: { readonly journey: Journey }) {
  const { journeyId, usesOutcomes } = journey;
  const change = useChange();

  async function handleChange(isOn: boolean) {
    await change.make(() =>
      call("setJourneyTags", { params: { journeyId }, body: { usesOutcomes: isOn } }),
    );
  }

  return (
    <Card labelledBy="plans-title">
      <h2 id="plans-title">{text("focus.tags")}</h2>
      <p className={styles["quiet"]}>{text("focus.tags.why")}</p>
      {change.refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {change.refusal}
        </Notice>
      )}
      <CheckField
        label={text("focus.tags.on")}
        isChecked={usesOutcomes}
        isDisabled={change.isSending}
        onChange={(isOn) => void handleChange(isOn)}
      />
    </Card>
  );
}
