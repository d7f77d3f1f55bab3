import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Card } from "#client/ui/Card.tsx";
import { CheckField } from "#client/ui/CheckField.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import type { Journey } from "#shared/domain/journey.ts";
import styles from "./Journey.module.css";
import { useChange } from "./use-journey.ts";

/** Whether it is counted, for the guider alone, who pauses how often: off until the guider wants it. */
export function PauseCounting({ journey }: { readonly journey: Journey }) {
  const { journeyId, practitionerName: name, countsPauses } = journey;
  const change = useChange();

  async function handleChange(isOn: boolean) {
    await change.make(() =>
      call("setCountsPauses", { params: { journeyId }, body: { countsPauses: isOn } }),
    );
  }

  return (
    <Card labelledBy="pauses-title">
      <h2 id="pauses-title">{text("pauses.title")}</h2>
      <p className={styles["quiet"]}>{text("pauses.why", { name })}</p>
      {change.refusal !== "" && (
        <Notice tone="attention" isAnnounced>
          {change.refusal}
        </Notice>
      )}
      <CheckField
        label={text("pauses.on")}
        isChecked={countsPauses}
        isDisabled={change.isSending}
        onChange={(isOn) => void handleChange(isOn)}
      />
      {countsPauses && <p className={styles["quiet"]}>{text("pauses.off")}</p>}
    </Card>
  );
}
