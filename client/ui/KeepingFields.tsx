import { writtenDayWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { plannedEndSchema } from "#shared/domain/journey.ts";
import type { PlannedEnd } from "#shared/domain/journey.ts";
import { TextField } from "./TextField.tsx";

interface KeepingFieldsProps {
  /** What stands in the fields; a day that was emptied is null. */
  readonly value: PlannedEnd;
  readonly onChange: (value: PlannedEnd) => void;
  /** The latest day on which clips may go, `YYYY-MM-DD`. */
  readonly latest: string;
  readonly practitionerName: string;
  /** Why the day cannot be this one; empty while it can. */
  readonly dayError: string;
}

/** What is kept at a journey's end, who sees it, and by whose end clips go. */
export function KeepingFields(props: KeepingFieldsProps) {
  const { value, onChange, latest, practitionerName: practitioner, dayError } = props;
  return (
    <>
      <TextField
        label={text("end.keeps")}
        hint={text("end.keepsHint", { practitioner })}
        rows={3}
        maxLength={plannedEndSchema.shape.keeps.maxLength ?? Infinity}
        value={value.keeps}
        onChange={(keeps) => onChange({ ...value, keeps })}
      />
      <TextField
        label={text("end.until")}
        hint={text("end.untilHint", { latest: writtenDayWords(latest) })}
        type="date"
        value={value.deletesOn ?? ""}
        onChange={(day) => onChange({ ...value, deletesOn: day === "" ? null : day })}
        error={dayError}
      />
    </>
  );
}
