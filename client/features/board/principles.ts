import { boardLimits } from "#shared/board/board-doc.ts";
import { familyOf, labelTextOf } from "#shared/board/framework.ts";
import type { FamilyId, Framework, Label } from "#shared/board/framework.ts";

/** Whether a card names a family, itself or by one of its behaviours. */
export function namesFamily(ids: readonly string[], familyId: FamilyId): boolean {
  return ids.some((id) => familyOf(id) === familyId);
}

/** What a card names, with a family more; or without it and its behaviours. */
export function toggleFamily(ids: readonly string[], familyId: FamilyId): string[] {
  return namesFamily(ids, familyId)
    ? ids.filter((id) => familyOf(id) !== familyId)
    : withOne(ids, familyId);
}

/** What a card names, with one behaviour more or one fewer; its family stays. */
export function toggleLabel(ids: readonly string[], labelId: string): string[] {
  if (!ids.includes(labelId)) return withOne(ids, labelId);
  const left = ids.filter((id) => id !== labelId);
  const familyId = familyOf(labelId);
  return familyId === null || namesFamily(left, familyId) ? left : [...left, familyId];
}

/** A card holds only so many; one more changes nothing. */
function withOne(ids: readonly string[], id: string): string[] {
  return ids.length >= boardLimits.principles ? [...ids] : [...ids, id];
}

/** A family's behaviours to choose from, and those the card still names though they were let go of. */
export function labelsToChoose(
  framework: Framework,
  familyId: FamilyId,
  ids: readonly string[],
): Label[] {
  const now = framework.families.find((family) => family.familyId === familyId)?.labels ?? [];
  return [...now, ...namedLabels(framework, familyId, ids).filter(({ id }) => !isAmong(now, id))];
}

/** The behaviours of a family that a card names, as far as their words are known. */
export function namedLabels(
  framework: Framework,
  familyId: FamilyId,
  ids: readonly string[],
): Label[] {
  return ids.flatMap((id) => {
    if (id === familyId || familyOf(id) !== familyId) return [];
    const text = labelTextOf(framework, id);
    return text === null ? [] : [{ id, text }];
  });
}

function isAmong(labels: readonly Label[], labelId: string): boolean {
  return labels.some(({ id }) => id === labelId);
}
