import { heardLevel, useSoundLevel } from "#client/lib/sound-level.ts";
import { text } from "#client/lib/text.ts";
import styles from "./SoundMeter.module.css";

/** A bar that moves when the microphone of a stream hears something. */
export function SoundMeter({ stream }: { readonly stream: MediaStream }) {
  const level = useSoundLevel(stream);
  return (
    <div
      className={styles["bar"]}
      role="meter"
      aria-label={text("check.level")}
      aria-valuemin={0}
      aria-valuemax={10}
      aria-valuenow={Math.round(level * 10)}
      aria-valuetext={text(level > heardLevel ? "check.hears" : "check.quiet")}
    >
      <div className={styles["fill"]} style={{ width: `${level * 100}%` }} />
    </div>
  );
}
