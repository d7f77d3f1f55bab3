import { useState } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { trySound } from "./clip-trial.ts";
import type { TriedClip } from "./clip-trial.ts";
import styles from "./Rehearsal.module.css";

/** Props: the clips as they came into the room, and whose ears they are for. */
export interface SoundTrialProps {
  readonly clips: readonly TriedClip[];
  readonly name: string;
}

/** A press for each clip that has sound: it is played aloud, and looked whether there is anything to hear. */
export function SoundTrial({ clips, name }: SoundTrialProps) {
  const [words, setWords] = useState("");
  const [playing, setPlaying] = useState<string | null>(null);

  async function handlePlay(clip: TriedClip) {
    setPlaying(clip.clipId);
    setWords("");
    const outcome = await trySound(clip);
    setPlaying(null);
    setWords(text(`rehearsal.sound.${outcome}`, { title: clip.title }));
  }

  return (
    <section aria-labelledby="rehearsal-sound" className={styles["block"]}>
      <h2 id="rehearsal-sound">{text("rehearsal.sound")}</h2>
      <p>{text("rehearsal.sound.words", { name })}</p>
      <ol className={styles["sounds"]}>
        {clips.map((clip) => (
          <li key={clip.clipId}>
            {clip.hasSound ? (
              <Button isPending={playing !== null} onPress={() => void handlePlay(clip)}>
                {text("rehearsal.sound.play", { title: clip.title })}
              </Button>
            ) : (
              <p className={styles["quiet"]}>
                {text("rehearsal.sound.none", { title: clip.title })}
              </p>
            )}
          </li>
        ))}
      </ol>
      <output>{words}</output>
    </section>
  );
}
