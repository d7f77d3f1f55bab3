import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Form } from "#client/ui/Form.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { longestKeeping, ourKeeping, organisationSchema } from "#shared/domain/organisation.ts";
import type { Organisation } from "#shared/domain/organisation.ts";
import styles from "./Organisation.module.css";
import { draftOf, needsReason, settingsOf, typedKeeping } from "./settings-draft.ts";
import type { SettingsDraft } from "./settings-draft.ts";

interface SettingsFormProps {
  readonly kept: Organisation;
  readonly isSending: boolean;
  /** Why the last change was refused; empty when it was not. */
  readonly refusal: string;
  readonly onKeep: (settings: Organisation) => Promise<boolean>;
}

const { name, keptLongerWhy, safeguardingContact } = organisationSchema.shape;

/** The organisation's settings as one form; the reason is asked for when something is kept longer. */
export function SettingsForm({ kept, isSending, refusal, onKeep }: SettingsFormProps) {
  const [draft, setDraft] = useState(() => draftOf(kept));
  const [isChecked, setChecked] = useState(false);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(kept));
  const change = (part: Partial<SettingsDraft>) => setDraft((before) => ({ ...before, ...part }));

  async function handleKeep() {
    setChecked(true);
    const settings = settingsOf(draft);
    if (settings === null || isSending) return;
    if (!(await onKeep(settings))) return;
    setDraft(draftOf(settings));
    setChecked(false);
  }

  const keeping = (field: keyof typeof ourKeeping) => (
    <TextField
      label={text(`organisation.${field}`)}
      hint={text(`organisation.${field}Hint`, {
        ours: ourKeeping[field],
        most: longestKeeping[field],
      })}
      inputMode="numeric"
      maxLength={3}
      value={draft[field]}
      onChange={(typed) => change({ [field]: typed })}
      error={
        isChecked && typedKeeping(field, draft[field]) === null
          ? text("organisation.number", { most: longestKeeping[field] })
          : ""
      }
    />
  );

  return (
    <Form onSubmit={() => void handleKeep()} refusal={refusal}>
      <TextField
        label={text("organisation.name")}
        autoComplete="organization"
        maxLength={name.maxLength ?? Infinity}
        value={draft.name}
        onChange={(typed) => change({ name: typed })}
      />
      <TextField
        label={text("organisation.contact")}
        hint={text("organisation.contactHint")}
        rows={2}
        maxLength={safeguardingContact.maxLength ?? Infinity}
        value={draft.safeguardingContact}
        onChange={(typed) => change({ safeguardingContact: typed })}
      />
      <div className={styles["pair"]}>
        {keeping("clipsKeptDays")}
        {keeping("wordsKeptMonths")}
      </div>
      {needsReason(draft) && (
        <TextField
          label={text("organisation.why")}
          hint={text("organisation.whyHint")}
          rows={2}
          maxLength={keptLongerWhy.maxLength ?? Infinity}
          value={draft.keptLongerWhy}
          onChange={(typed) => change({ keptLongerWhy: typed })}
          error={
            isChecked && draft.keptLongerWhy.trim() === "" ? text("organisation.whyNeeded") : ""
          }
        />
      )}
      <SelectField
        label={text("organisation.language")}
        value={draft.language}
        options={[{ value: "en", label: text("organisation.language.en") }]}
        onChange={(language) => change({ language })}
      />
      <div className={styles["actions"]}>
        <Button kind="primary" type="submit" isPending={isSending} isDisabled={!isChanged}>
          {text("organisation.keep")}
        </Button>
        <output>{text(isChanged ? "organisation.unsaved" : "organisation.kept")}</output>
      </div>
    </Form>
  );
}
