import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { CheckField } from "#client/ui/CheckField.tsx";
import type { Review } from "#shared/domain/journey.ts";
import styles from "./Journey.module.css";
import { useChange } from "./use-journey.ts";

interface FirstSwitchProps {
  readonly review: Review;
  /** The practitioner's. */
  readonly name: string;
}

/** Whether the guider's prepared notes wait for the practitioner's words in this review. */
export function FirstSwitch({ review: { reviewId, practitionerFirst }, name }: FirstSwitchProps) {
  const change = useChange();

  function handleChange(isOn: boolean) {
    const request = { params: { reviewId }, body: { practitionerFirst: isOn } };
    void change.make(() => call("setPractitionerFirst", request));
  }

  return (
    <>
      <CheckField
        label={text("first.switch", { name })}
        isChecked={practitionerFirst}
        isDisabled={change.isSending}
        onChange={handleChange}
      />
      <p className={styles["quiet"]}>{change.refusal || text("first.switchHint")}</p>
    </>
  );
}
