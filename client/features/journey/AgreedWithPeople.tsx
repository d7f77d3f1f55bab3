import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Form } from "#client/ui/Form.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { agreedWithPeopleSchema, lawfulBasisSchema } from "#shared/domain/journey.ts";
import type { AgreedWithPeople as Agreed, Journey } from "#shared/domain/journey.ts";
import styles from "./Journey.module.css";
import { useChange } from "./use-journey.ts";

const bases = lawfulBasisSchema.options;

/** On what the organisation rests keeping the film, apart from any permission, and how the child says yes and stop. */
export function AgreedWithPeople({ journey }: { readonly journey: Journey }) {
  const { journeyId, childName: name, lawfulBasis, assentSigns } = journey;
  const change = useChange();
  const [signs, setSigns] = useState(assentSigns);
  const [said, setSaid] = useState("");

  async function keep(agreed: Agreed) {
    const answer = await change.make(() =>
      call("setAgreedWithPeople", { params: { journeyId }, body: agreed }),
    );
    setSaid(answer.ok ? text("agreed.kept") : "");
  }

  return (
    <Form onSubmit={() => void keep({ lawfulBasis, assentSigns: signs })} refusal={change.refusal}>
      <SelectField
        label={text("agreed.basis")}
        value={lawfulBasis}
        options={bases.map((value) => ({
          value,
          label: text(value === "" ? "agreed.basis.none" : `agreed.basis.${value}`),
        }))}
        onChange={(chosen) => void keep({ lawfulBasis: chosen, assentSigns })}
      />
      <p className={styles["quiet"]}>{text("agreed.basisWords")}</p>
      <TextField
        label={text("agreed.signs", { name })}
        hint={text("agreed.signsHint")}
        rows={3}
        maxLength={agreedWithPeopleSchema.shape.assentSigns.maxLength ?? Infinity}
        value={signs}
        onChange={(words) => {
          setSigns(words);
          setSaid("");
        }}
      />
      <div className={styles["rowActions"]}>
        <Button type="submit" isPending={change.isSending}>
          {text("agreed.keep")}
        </Button>
        <output className={styles["quiet"]}>{said}</output>
      </div>
    </Form>
  );
}
