import { useId, useState } from "react";
import { text } from "#client/lib/text.ts";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import { Films } from "./Films.tsx";
import type { FilmClip, FilmSurroundings } from "./Films.tsx";
import styles from "./Growth.module.css";

interface SideBySideProps extends FilmSurroundings {
  readonly clips: readonly FilmClip[];
}

/** Two clips side by side; the first of the first cycle and the first of the last one until others are chosen. */
export function SideBySide({ clips, ...surroundings }: SideBySideProps) {
  const id = useId();
  const [chosen, setChosen] = useState<{ left?: string; right?: string }>({});
  const lastCycle = clips.at(-1)?.cycleNumber;
  const clipOf = (clipId: string | undefined) => clips.find((clip) => clip.clipId === clipId);
  const left = clipOf(chosen.left) ?? clips[0];
  const right =
    clipOf(chosen.right) ??
    clips.find(({ cycleNumber, clipId }) => cycleNumber === lastCycle && clipId !== left?.clipId);
  const options = clips.map(({ clipId, cycleNumber: cycle, title }) => ({
    value: clipId as string, // what the field hands back is looked up again
    label: text("growth.clip", { cycle, title }),
  }));
  return (
    <section className={styles["section"]} aria-labelledby={id}>
      <h2 id={id}>{text("growth.sides")}</h2>
      {left === undefined || right === undefined ? (
        <EmptyState level={3} title={text("growth.sides.none")}>
          {text("growth.sides.noneWords")}
        </EmptyState>
      ) : (
        <>
          <p className={styles["quiet"]}>{text("growth.sides.alone")}</p>
          <div className={styles["choices"]}>
            <SelectField
              label={text("growth.sides.left")}
              value={left.clipId}
              options={options}
              onChange={(next) => setChosen({ ...chosen, left: next })}
            />
            <SelectField
              label={text("growth.sides.right")}
              value={right.clipId}
              options={options}
              onChange={(next) => setChosen({ ...chosen, right: next })}
            />
          </div>
          <Films clips={[left, right]} {...surroundings} />
        </>
      )}
    </section>
  );
}
