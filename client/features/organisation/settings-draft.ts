import { isKeptLonger, longestKeeping, organisationSchema } from "#shared/domain/organisation.ts";
import type { Organisation } from "#shared/domain/organisation.ts";

/** The settings while they are typed: numbers as their digits. */
export type SettingsDraft = Omit<Organisation, keyof typeof longestKeeping> &
  Record<keyof typeof longestKeeping, string>;

/** Kept settings as they are first shown. */
export function draftOf(settings: Organisation): SettingsDraft {
  const { clipsKeptDays, wordsKeptMonths, ...words } = settings;
  return {
    ...words,
    clipsKeptDays: String(clipsKeptDays),
    wordsKeptMonths: String(wordsKeptMonths),
  };
}

/** A typed number of days or months; null when it is none that can be kept. */
export function typedKeeping(name: keyof typeof longestKeeping, typed: string): number | null {
  const value = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return value >= 1 && value <= longestKeeping[name] ? value : null;
}

/** Whether what is typed needs its reason beside it. */
export function needsReason(draft: SettingsDraft): boolean {
  return isKeptLonger({
    clipsKeptDays: typedKeeping("clipsKeptDays", draft.clipsKeptDays) ?? 0,
    wordsKeptMonths: typedKeeping("wordsKeptMonths", draft.wordsKeptMonths) ?? 0,
  });
}

/** What is typed as settings, without a reason nobody needs; null while something is to be put right. */
export function settingsOf(draft: SettingsDraft): Organisation | null {
  const settings = organisationSchema.safeParse({
    ...draft,
    clipsKeptDays: typedKeeping("clipsKeptDays", draft.clipsKeptDays),
    wordsKeptMonths: typedKeeping("wordsKeptMonths", draft.wordsKeptMonths),
    keptLongerWhy: needsReason(draft) ? draft.keptLongerWhy : "",
  });
  return settings.success ? settings.data : null;
}
