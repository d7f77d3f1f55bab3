import { useState } from "react";
import { playTwoNotes } from "#client/lib/sound.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { DevicePicker } from "#client/ui/DevicePicker.tsx";
import { SoundMeter } from "#client/ui/SoundMeter.tsx";
import type { Call, OwnPart } from "./call.ts";
import styles from "./CallDialog.module.css";
import { troubleWords } from "./call-words.ts";
import { FacePicture } from "./FacePicture.tsx";

export interface DeviceFieldsProps {
  readonly call: Pick<Call, "devices" | "choose">;
  readonly me: OwnPart;
}

/** Which microphone, camera and speaker, changed while one talks; with one's own picture and level. */
export function DeviceFields({ call, me }: DeviceFieldsProps) {
  const { available, chosen } = call.devices();
  const [hasPlayed, setHasPlayed] = useState(false);

  function handleSound() {
    playTwoNotes(chosen.speaker);
    setHasPlayed(true);
  }

  return (
    <>
      <div className={styles["own"]}>
        <div className={styles["picture"]}>
          {me.picture === null ? (
            <p>{text("call.no-picture")}</p>
          ) : (
            <FacePicture stream={me.picture} isMirrored />
          )}
        </div>
        <div className={styles["part"]}>
          {me.listening !== null && <SoundMeter stream={me.listening} />}
          <p className={styles["soft"]}>{text("call.hold-help")}</p>
        </div>
      </div>
      {troubleWords(me).map((words) => (
        <p key={words}>{words}</p>
      ))}
      <div className={styles["devices"]}>
        <DevicePicker devices={available} chosen={chosen} onChoose={call.choose} />
      </div>
      <div className={styles["sound"]}>
        <Button onPress={handleSound}>{text("check.sound")}</Button>
        <output>{hasPlayed ? text("check.soundPlayed") : ""}</output>
      </div>
    </>
  );
}
