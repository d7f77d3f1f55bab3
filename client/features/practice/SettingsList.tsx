import { text } from "#client/lib/text.ts";
import type { PracticeSettings } from "./practice-settings.ts";
import styles from "./SettingsList.module.css";

/** One person's choices, and what changes them. */
export interface SettingsListProps {
  readonly settings: PracticeSettings;
  readonly onChange: (change: Partial<PracticeSettings>) => void;
}

const switches = [
  ["pausesWhenWriting", "practice.settings.pause"],
  ["showsStarters", "practice.settings.starters"],
  ["showsNudges", "practice.settings.nudge"],
] as const;

/** What happens while this person writes, folded away under the board. */
export function SettingsList({ settings, onChange }: SettingsListProps) {
  return (
    <details className={styles["settings"]}>
      <summary>{text("practice.settings")}</summary>
      {switches.map(([key, words]) => (
        <label key={key}>
          <input
            type="checkbox"
            checked={settings[key]}
            onChange={(event) => onChange({ [key]: event.target.checked })}
          />
          {text(words)}
        </label>
      ))}
    </details>
  );
}
