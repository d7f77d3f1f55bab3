import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import styles from "./Agenda.module.css";
import { reminderChoices } from "./end-reminder.ts";
import type { ShownReminder } from "./use-end-reminder.ts";

const options = reminderChoices.map((value) => ({ value, label: text(`reminder.${value}`) }));

/** The guider's choice of it, beneath their agenda. */
export function ReminderChoiceField({ reminder }: { readonly reminder: ShownReminder }) {
  return (
    <div className={styles["reminder"]}>
      <SelectField
        label={text("reminder.label")}
        value={reminder.choice}
        options={options}
        onChange={reminder.choose}
      />
      <p className={styles["quiet"]}>{text("reminder.words")}</p>
    </div>
  );
}

/** One soft line when the time has come, without a sound or a number that runs down. */
export function ReminderLine({ reminder }: { readonly reminder: ShownReminder }) {
  return (
    <div className={styles["line"]} data-due={reminder.isDue}>
      <output>{reminder.isDue && text("reminder.due")}</output>
      {reminder.isDue && (
        <Button kind="quiet" onPress={reminder.dismiss}>
          {text("reminder.dismiss")}
        </Button>
      )}
    </div>
  );
}
