import { z } from "zod";

/** What one person likes while writing. */
export const practiceSettingsSchema = z.object({
  /** Beginning to write pauses the film for both. */
  pausesWhenWriting: z.boolean().default(true),
  showsStarters: z.boolean().default(true),
  showsNudges: z.boolean().default(true),
});
export type PracticeSettings = z.infer<typeof practiceSettingsSchema>;

const keyOf = (participantId: string) => `practice.${participantId}`;

/** This person's choices on this device; all on until switched off. */
export function readPracticeSettings(participantId: string): PracticeSettings {
  return practiceSettingsSchema
    .catch(practiceSettingsSchema.parse({}))
    .parse(stored(participantId));
}

/** Keeps them on this device. */
export function keepPracticeSettings(participantId: string, settings: PracticeSettings): void {
  try {
    window.localStorage.setItem(keyOf(participantId), JSON.stringify(settings));
  } catch {
    // Storage is closed in some private windows: the choice then lasts as long as the page.
  }
}

function stored(participantId: string): unknown {
  try {
    return JSON.parse(window.localStorage.getItem(keyOf(participantId)) ?? "{}");
  } catch {
    return {}; // see above; or not JSON, so nothing of ours
  }
}
