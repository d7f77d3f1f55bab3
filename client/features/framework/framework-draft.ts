import { familyIds, labelsOf, newLabelId } from "#shared/board/framework.ts";
import type { Families, FamilyId } from "#shared/board/framework.ts";

/** One line of the editor. A new one has no id yet: its words will make one. */
export interface DraftRow {
  readonly rowId: string;
  readonly labelId: string | null;
  readonly text: string;
}

/** The lines of each family, as they are being written. */
export type FrameworkDraft = Readonly<Record<FamilyId, readonly DraftRow[]>>;

/** The draft that shows these families as they are. */
export function draftOf(families: Families): FrameworkDraft {
  const rowsOf = (familyId: FamilyId) =>
    (families.find((family) => family.familyId === familyId)?.labels ?? []).map(({ id, text }) => ({
      rowId: id,
      labelId: id,
      text,
    }));
  return Object.fromEntries(familyIds.map((id) => [id, rowsOf(id)])) as unknown as FrameworkDraft; // each family has its rows
}

/** The families a draft says. A line without words is none; words written twice are told apart. */
export function familiesOf(draft: FrameworkDraft): Families {
  const taken = familyIds.flatMap((familyId) =>
    draft[familyId].flatMap(({ labelId }) => (labelId === null ? [] : [labelId])),
  );
  return familyIds.map((familyId) => ({
    familyId,
    labels: draft[familyId].flatMap(({ labelId, text }) => {
      const words = text.trim();
      if (words === "") return [];
      const id = labelId ?? newLabelId(familyId, words, taken);
      taken.push(id);
      return [{ id, text: words }];
    }),
  }));
}

/** Whether a draft says something else than these families. */
export function differs(draft: FrameworkDraft, families: Families): boolean {
  const words = (of: Families) => JSON.stringify(labelsOf(of));
  return words(familiesOf(draft)) !== words(families);
}

/** The rows with one of them written anew. */
export function renameRow(rows: readonly DraftRow[], rowId: string, text: string): DraftRow[] {
  return rows.map((row) => (row.rowId === rowId ? { ...row, text } : row));
}

/** The rows with one of them a place further up (-1) or down (1); the same at the ends. */
export function moveRow(rows: readonly DraftRow[], rowId: string, by: -1 | 1): DraftRow[] {
  const from = rows.findIndex((row) => row.rowId === rowId);
  const row = rows[from];
  const to = from + by;
  if (row === undefined || to < 0 || to >= rows.length) return [...rows];
  return rows.toSpliced(from, 1).toSpliced(to, 0, row);
}
