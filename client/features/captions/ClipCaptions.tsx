import { useMemo } from "react";
import { cuesAt, readCaptions } from "#shared/captions/web-vtt.ts";
import styles from "./ClipCaptions.module.css";

/** What is said in the clip at this place, low on the picture, where hands and faces are least. */
export function ClipCaptions(props: {
  readonly captions: string;
  /** Place in the clip. */
  readonly positionMs: number;
}) {
  const { captions, positionMs } = props;
  const cues = useMemo(() => {
    const read = readCaptions(captions);
    return read.ok ? read.value : [];
  }, [captions]);
  const shown = cuesAt(cues, positionMs);
  if (shown.length === 0) return null;
  return (
    <div className={styles["captions"]} data-captions>
      {shown.map((cue) => (
        <p key={`${cue.startMs} ${cue.text}`}>{cue.text}</p>
      ))}
    </div>
  );
}
