import { modalityChoices } from "#client/lib/modality-words.ts";
import { text } from "#client/lib/text.ts";
import { SelectField } from "#client/ui/SelectField.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { Journey } from "#shared/domain/journey.ts";
import type { ClipForm } from "./clip-form.ts";
import { PeopleInShot } from "./PeopleInShot.tsx";

/** What is said of a clip; the child's initiative comes first in the guider's mind. */
export function ClipFields(props: {
  readonly journey: Journey;
  readonly words: ClipForm;
  readonly errors: { readonly title: string; readonly initiative: string; readonly people: string };
  readonly onChange: (words: ClipForm) => void;
}) {
  const { journey, words, errors, onChange } = props;
  const child = journey.childName;
  return (
    <>
      <TextField
        label={text("clip.name")}
        hint={text("clip.nameHint")}
        maxLength={80}
        value={words.title}
        onChange={(title) => onChange({ ...words, title })}
        error={errors.title}
      />
      <TextField
        label={text("clip.initiative", { child })}
        hint={text("clip.initiativeHint")}
        maxLength={200}
        value={words.initiative}
        onChange={(initiative) => onChange({ ...words, initiative })}
        error={errors.initiative}
      />
      <SelectField
        label={text("modality.label")}
        value={words.modality ?? ""}
        options={modalityChoices()}
        onChange={(modality) => onChange({ ...words, modality: modality === "" ? null : modality })}
      />
      <TextField
        label={text("clip.description")}
        hint={text("clip.descriptionHint")}
        rows={2}
        maxLength={1000}
        value={words.description}
        onChange={(description) => onChange({ ...words, description })}
      />
      <PeopleInShot
        people={journey.people}
        chosen={words.peopleInShot}
        onChange={(peopleInShot) => onChange({ ...words, peopleInShot })}
        error={errors.people}
      />
    </>
  );
}
