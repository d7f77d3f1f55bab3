import { useState } from "react";
import { call } from "#client/lib/api.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { DialogButtons } from "#client/ui/DialogButtons.tsx";
import { Form } from "#client/ui/Form.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { RatingField } from "#client/ui/RatingField.tsx";
import { TextField } from "#client/ui/TextField.tsx";
import { isLowerThanToday } from "#shared/domain/goals.ts";
import { focusCharacters } from "#shared/domain/journey.ts";
import type { Goal, Journey } from "#shared/domain/journey.ts";
import { ratingAfter, withGoal, withoutGoal } from "./goal-list.ts";
import type { GoalWords } from "./goal-list.ts";
import { useChange } from "./use-journey.ts";

const newGoal: GoalWords = { text: "", baseline: null, hopedFor: null, outcome: "" };

export interface GoalDialogProps {
  readonly journey: Journey;
  readonly goal: Goal | null;
  /** The cycle whose "now" is asked for; null while no review was held. */
  readonly cycleNumber: number | null;
  readonly onClose: () => void;
}

/** Writes or changes one hope; `goal` is null for a new one. */
export function GoalDialog({ journey, goal, cycleNumber, onClose }: GoalDialogProps) {
  const { journeyId } = journey;
  const params = { journeyId };
  const change = useChange();
  const [basedOn] = useState(goal?.text ?? null); // others may reword it meanwhile
  const [words, setWords] = useState<GoalWords>(goal ?? newGoal);
  const set = (part: Partial<GoalWords>) => setWords((before) => ({ ...before, ...part }));
  const rated = goal === null || cycleNumber === null ? null : ratingAfter(goal, cycleNumber);
  const [now, setNow] = useState(rated);
  const [isChecked, setChecked] = useState(false);
  const { baseline, hopedFor, outcome = "" } = words;

  /** The list is read again first: a goal added in the room since this page was read stays. */
  async function save(listOf: (goals: readonly Goal[]) => GoalWords[]) {
    const answer = await change.make(async () => {
      const latest = await call("readJourney", { params });
      if (!latest.ok) return latest;
      const saved = await call("setGoals", { params, body: listOf(latest.value.goals) });
      if (!saved.ok || goal === null || cycleNumber === null || now === rated) return saved;
      const body = { goalId: goal.goalId, cycleNumber, value: now };
      return await call("rateGoal", { params, body });
    });
    if (answer.ok) onClose();
  }

  async function handleSubmit() {
    setChecked(true);
    if (words.text.trim() === "" || change.isSending) return;
    const written = { text: words.text, baseline, hopedFor, outcome, basedOn };
    await save((goals) => withGoal(goals, goal?.goalId ?? null, written));
  }

  return (
    <Dialog title={text(goal === null ? "goals.add" : "goals.title")} isOpen onClose={onClose}>
      <Form onSubmit={() => void handleSubmit()} refusal={change.refusal}>
        <TextField
          label={text("goals.field")}
          hint={text("goals.fieldHint", { child: journey.childName })}
          rows={2}
          maxLength={focusCharacters.goal}
          value={words.text}
          onChange={(typed) => set({ text: typed })}
          error={isChecked && words.text.trim() === "" ? text("goals.needText") : ""}
        />
        <RatingField
          label={text(cycleNumber === null ? "goals.baseline" : "focus.place.baseline")}
          value={baseline}
          onChange={(place) => set({ baseline: place })}
        />
        {goal !== null && cycleNumber !== null && (
          <RatingField
            label={text("focus.rate", { number: cycleNumber })}
            value={now}
            onChange={setNow}
          />
        )}
        <RatingField
          label={text("goals.hopedFor")}
          value={hopedFor}
          onChange={(place) => set({ hopedFor: place })}
        />
        {isLowerThanToday(baseline, hopedFor) && <Notice isAnnounced>{text("goals.lower")}</Notice>}
        {journey.usesOutcomes && (
          <TextField
            label={text("focus.outcome")}
            maxLength={focusCharacters.outcome}
            value={outcome}
            onChange={(typed) => set({ outcome: typed })}
          />
        )}
        <DialogButtons>
          {goal !== null && (
            <Button
              kind="destructive"
              onPress={() => void save((goals) => withoutGoal(goals, goal.goalId))}
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
