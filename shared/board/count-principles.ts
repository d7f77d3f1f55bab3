import { familyIds, familyOf } from "./framework.ts";
import type { FamilyId } from "./framework.ts";

/** What of a moment counts: the families and behaviours it names. */
export interface NamedMoment {
  readonly principleIds: readonly string[];
}

/** How many moments name a family, itself or by a behaviour, and how many name each behaviour. */
export interface PrincipleCount {
  readonly familyId: FamilyId;
  readonly moments: number;
  readonly labels: Readonly<Record<string, number>>;
}

/** The counts of one cycle, family by family. */
export interface CycleCount {
  readonly cycleNumber: number;
  readonly families: readonly PrincipleCount[];
}

/** How often each family was noticed, in the order of the families. A count of moments, never of people. */
export function countPrinciples(moments: readonly NamedMoment[]): PrincipleCount[] {
  const named = moments.map(({ principleIds }) => [...new Set(principleIds)]);
  return familyIds.map((familyId) => {
    const ofFamily = named
      .map((ids) => ids.filter((id) => familyOf(id) === familyId))
      .filter((ids) => ids.length > 0);
    const labels: Record<string, number> = {};
    for (const id of ofFamily.flat()) {
      if (id !== familyId) labels[id] = (labels[id] ?? 0) + 1;
    }
    return { familyId, moments: ofFamily.length, labels };
  });
}

/** The counts of each cycle that has moments, earliest first. */
export function countPerCycle(
  moments: readonly (NamedMoment & { readonly cycleNumber: number })[],
): CycleCount[] {
  const numbers = [...new Set(moments.map(({ cycleNumber }) => cycleNumber))];
  return numbers
    .sort((a, b) => a - b)
    .map((cycleNumber) => ({
      cycleNumber,
      families: countPrinciples(moments.filter((one) => one.cycleNumber === cycleNumber)),
    }));
}
