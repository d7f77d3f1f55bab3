import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Form } from "#client/ui/Form.tsx";
import { familyIds } from "#shared/board/framework.ts";
import type { Families } from "#shared/board/framework.ts";
import { FamilyCard } from "./FamilyCard.tsx";
import styles from "./Framework.module.css";
import { differs, draftOf, familiesOf } from "./framework-draft.ts";
import { FrameworkFile } from "./FrameworkFile.tsx";
import { useSaveFramework } from "./use-framework.ts";

/** The labels of all six families as one form; nothing is changed for anybody until it is saved. */
export function FrameworkEditor({ first }: { readonly first: Families }) {
  const [kept, setKept] = useState(first);
  const [draft, setDraft] = useState(() => draftOf(first));
  const { isSending, refusal, save } = useSaveFramework();
  const isChanged = differs(draft, kept);

  async function handleSave() {
    if (isSending) return;
    const now = await save(familiesOf(draft));
    if (now === null) return;
    setKept(now);
    setDraft(draftOf(now));
  }

  return (
    <>
      <Form onSubmit={() => void handleSave()} refusal={refusal}>
        <div className={styles["families"]}>
          {familyIds.map((familyId) => (
            <FamilyCard
              key={familyId}
              familyId={familyId}
              rows={draft[familyId]}
              onChange={(rows) => setDraft((before) => ({ ...before, [familyId]: rows }))}
            />
          ))}
        </div>
        <p className={styles["quiet"]}>{text("board.principles.credit")}</p>
        <div className={styles["actions"]}>
          <Button kind="primary" type="submit" isPending={isSending} isDisabled={!isChanged}>
            {text("framework.save")}
          </Button>
          <output>{text(isChanged ? "framework.unsaved" : "framework.saved")}</output>
        </div>
      </Form>
      <FrameworkFile
        families={familiesOf(draft)}
        onRead={(families) => setDraft(draftOf(families))}
      />
    </>
  );
}
