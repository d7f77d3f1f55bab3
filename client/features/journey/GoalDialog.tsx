import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { Form } from "#client/ui/Form.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import type { Goal, Journey } from "#shared/domain/journey.ts";
import { isLowerThanToday, withGoal, withoutGoal } from "./goal-list.ts";
import type { GoalWords } from "./goal-list.ts";
import { RatingField } from "./RatingField.tsx";
import { useChange } from "./use-journey.ts";

const newGoal: GoalWords = { text: "", baseline: null, hopedFor: null };

/** Writes or changes one hope; `goal` is null for a new one. */
export function GoalDialog({
  journey,
  goal,
  onClose,
}: {
  readonly journey: Journey;
  readonly goal: Goal | null;
  readonly onClose: () => void;
}) {
  const change = useChange();
  const [{ text: words, baseline, hopedFor }, setGoal] = useState<GoalWords>(goal ?? newGoal);
  const set = (part: Partial<GoalWords>) => setGoal((before) => ({ ...before, ...part }));
  const [isChecked, setChecked] = useState(false);

  async function save(goals: GoalWords[]) {
    const { journeyId } = journey;
    const answer = await change.make(() =>
      call("setGoals", { params: { journeyId }, body: goals }),
    );
    if (answer.ok) onClose();
  }

  async function handleSubmit() {
    setChecked(true);
    if (words.trim() === "" || change.isSending) return;
    await save(withGoal(journey.goals, goal?.goalId ?? null, { text: words, baseline, hopedFor }));
  }

  return (
    <Dialog title={text(goal === null ? "goals.add" : "goals.title")} isOpen onClose={onClose}>
      <Form onSubmit={() => void handleSubmit()} refusal={change.refusal}>
        <TextField
          label={text("goals.field")}
          hint={text("goals.fieldHint", { child: journey.childName })}
          rows={2}
          maxLength={200}
          value={words}
          onChange={(typed) => set({ text: typed })}
          error={isChecked && words.trim() === "" ? text("goals.needText") : ""}
        />
        <RatingField
          label={text("goals.baseline")}
          value={baseline}
          onChange={(place) => set({ baseline: place })}
        />
        <RatingField
          label={text("goals.hopedFor")}
          value={hopedFor}
          onChange={(place) => set({ hopedFor: place })}
        />
        {isLowerThanToday(baseline, hopedFor) && <Notice isAnnounced>{text("goals.lower")}</Notice>}
        <DialogButtons>
          {goal !== null && (
            <Button
              kind="destructive"
              onPress={() => void save(withoutGoal(journey.goals, goal.goalId))}
            >
              {text("goals.remove")}
            </Button>
          )}
          <Button kind="primary" type="submit" isPending={change.isSending}>
            {text("goals.save")}
          </Button>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
