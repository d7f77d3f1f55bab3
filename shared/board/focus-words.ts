import * as Y from "yjs";
import { focusOf, serverOrigin } from "./board-doc.ts";
import { applyEdit, diffText, rebaseEdit } from "./text-binding.ts";
import type { DeltaStep, TextEdit } from "./text-binding.ts";

/**
 * The helping question and the goals' words, wherever they are written: on a journey's page and on the board
 * of each of its reviews. A change made in one place is done in the others as the change it was, so that
 * what somebody wrote there meanwhile stays.
 */
export interface FocusWords {
  readonly helpingQuestion: string;
  readonly goals: readonly { readonly goalId: string; readonly text: string }[];
}

/** What turned `before` into `mine`, as edits of `theirs`, from last to first: both changes stay. */
function editsOnto(before: string, mine: string, theirs: string): TextEdit[] {
  const edit = diffText(before, mine, mine.length);
  if (edit === null || mine === theirs) return [];
  const since = diffText(before, theirs, theirs.length);
  return since === null ? [edit] : rebaseEdit(edit, deltaOf(since));
}

const deltaOf = ({ index, remove, insert }: TextEdit): DeltaStep[] => [
  { retain: index },
  { delete: remove },
  { insert },
];

/** `theirs` with the change from `before` to `mine` done to it too. */
export function mergeWords(before: string, mine: string, theirs: string): string {
  return editsOnto(before, mine, theirs).reduce(applyEdit, theirs);
}

/** The question and the goals that stand on a board; goals by id. */
export function readFocus(doc: Y.Doc): FocusWords {
  const question = focusOf(doc).get("helpingQuestion");
  return {
    helpingQuestion: question instanceof Y.Text ? question.toJSON() : "",
    goals: [...goalsOf(doc)]
      .map(([goalId, text]) => ({ goalId, text: text.toJSON() }))
      .sort((a, b) => (a.goalId < b.goalId ? -1 : 1)),
  };
}

/**
 * Makes the goals of a board those of `after`, and does to each text what turned it from `before` into
 * `after`. Server only.
 */
export function changeFocus(doc: Y.Doc, before: FocusWords, after: FocusWords): void {
  doc.transact(() => {
    const question = focusOf(doc).get("helpingQuestion");
    if (question instanceof Y.Text) {
      changeText(question, before.helpingQuestion, after.helpingQuestion);
    }
    const goals = goalsOf(doc);
    for (const goalId of goals.keys()) {
      if (!after.goals.some((goal) => goal.goalId === goalId)) goals.delete(goalId);
    }
    for (const { goalId, text } of after.goals) {
      const there = goals.get(goalId);
      const was = before.goals.find((goal) => goal.goalId === goalId)?.text ?? text;
      if (there === undefined) goals.set(goalId, new Y.Text(text));
      else changeText(there, was, text);
    }
  }, serverOrigin);
}

function changeText(text: Y.Text, before: string, after: string): void {
  for (const { index, remove, insert } of editsOnto(before, after, text.toJSON())) {
    if (remove > 0) text.delete(index, remove);
    if (insert !== "") text.insert(index, insert);
  }
}

/** The goals' texts by id; empty when the server has not made them. */
function goalsOf(doc: Y.Doc): Y.Map<Y.Text> {
  const goals = focusOf(doc).get("goals");
  return goals instanceof Y.Map ? (goals as Y.Map<Y.Text>) : new Y.Map(); // the guard admits texts only
}
