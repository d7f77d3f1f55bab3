import { useId, useState } from "react";
import type { ClipVolume } from "#client/lib/clip-volume.ts";
import { text } from "#client/lib/text.ts";
import styles from "./CallDialog.module.css";

/** How loud the clip is for this person alone. */
export function VolumeField({ volume }: { readonly volume: ClipVolume }) {
  const id = useId();
  const [percent, setPercent] = useState(() => Math.round(volume.personal() * 100));
  if (!volume.canBeSet) return <p>{text("call.volume-fixed")}</p>;

  function handleChange(next: number) {
    setPercent(next);
    volume.setPersonal(next / 100);
  }

  return (
    <div className={styles["volume"]}>
      <label htmlFor={id}>{text("call.volume")}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={percent}
        aria-valuetext={text("call.volume-value", { percent })}
        aria-describedby={`${id}-help`}
        onChange={(event) => handleChange(event.target.valueAsNumber)}
      />
      <p id={`${id}-help`} className={styles["soft"]}>
        {text("call.volume-ducks")}
      </p>
    </div>
  );
}
