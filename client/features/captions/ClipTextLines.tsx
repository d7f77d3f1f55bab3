import { clipTime } from "#client/lib/clip-time.ts";
import { text } from "#client/lib/text.ts";
import { textThereIs } from "./clip-text.ts";
import type { ClipText, ClipTextChoice } from "./clip-text.ts";
import styles from "./ClipText.module.css";

/** The description of the open clip, to be read in one's own time, and what this clip does not have. */
export function ClipTextLines(props: {
  readonly clip: ClipText | null;
  readonly choice: ClipTextChoice;
}) {
  const { clip, choice } = props;
  if (clip === null) return null;
  const thereIs = textThereIs(clip);
  return (
    <>
      {choice.captions && !thereIs.captions && (
        <p className={styles["line"]}>{text("described.no-captions")}</p>
      )}
      {choice.descriptions && !thereIs.descriptions && (
        <p className={styles["line"]}>{text("described.no-descriptions")}</p>
      )}
      {choice.descriptions && thereIs.descriptions && <Description clip={clip} />}
    </>
  );
}

function Description({ clip }: { readonly clip: ClipText }) {
  return (
    <details className={styles["description"]}>
      <summary>{text("described.read")}</summary>
      <div className={styles["words"]}>
        {clip.description !== "" && <p>{clip.description}</p>}
        {clip.marks.length > 0 && (
          <ol>
            {clip.marks.map((mark) => (
              <li key={`${mark.atMs} ${mark.text}`}>
                {text("described.mark", { place: clipTime(mark.atMs), words: mark.text })}
              </li>
            ))}
          </ol>
        )}
      </div>
    </details>
  );
}
