import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useId, useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Card } from "#client/ui/Card.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { frameworkLimits } from "#shared/board/framework.ts";
import type { FamilyId } from "#shared/board/framework.ts";
import styles from "./Framework.module.css";
import { moveRow, renameRow } from "./framework-draft.ts";
import type { DraftRow } from "./framework-draft.ts";

interface FamilyCardProps {
  readonly familyId: FamilyId;
  readonly rows: readonly DraftRow[];
  readonly onChange: (rows: readonly DraftRow[]) => void;
}

/** One family: its name, which stays, and the lines under it, which are the organisation's own. */
export function FamilyCard({ familyId, rows, onChange }: FamilyCardProps) {
  const id = useId();
  const [newRowId, setNewRowId] = useState<string | null>(null);
  const family = text(`board.principle.${familyId}`);

  function handleAdd() {
    const rowId = crypto.randomUUID();
    setNewRowId(rowId);
    onChange([...rows, { rowId, labelId: null, text: "" }]);
  }

  return (
    <Card labelledBy={id} band="lake">
      <h2 id={id} className={styles["family"]}>
        {family}
      </h2>
      <ol className={styles["rows"]}>
        {rows.map((row, n) => {
          const number = n + 1;
          const move = (by: -1 | 1) => onChange(moveRow(rows, row.rowId, by));
          return (
            <li key={row.rowId} className={styles["row"]}>
              <TextField
                label={text("framework.label", { family, number })}
                value={row.text}
                maxLength={frameworkLimits.labelCharacters}
                autoFocus={row.rowId === newRowId}
                onChange={(words) => onChange(renameRow(rows, row.rowId, words))}
              />
              <IconButton
                label={text("framework.up", { number })}
                isDisabled={n === 0}
                onPress={() => move(-1)}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={text("framework.down", { number })}
                isDisabled={n === rows.length - 1}
                onPress={() => move(1)}
              >
                <ArrowDown />
              </IconButton>
              <IconButton
                label={text("framework.remove", { number })}
                onPress={() => onChange(rows.filter(({ rowId }) => rowId !== row.rowId))}
              >
                <X />
              </IconButton>
            </li>
          );
        })}
      </ol>
      {rows.length < frameworkLimits.labelsPerFamily && (
        <div>
          <Button kind="quiet" aria-label={text("framework.addTo", { family })} onPress={handleAdd}>
            <Plus size={18} aria-hidden="true" />
            {text("framework.add")}
          </Button>
        </div>
      )}
    </Card>
  );
}
