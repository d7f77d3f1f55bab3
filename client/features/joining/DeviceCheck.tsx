import { useEffect, useRef, useState } from "react";
import { playTwoNotes } from "#client/lib/sound.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { CheckField } from "#client/ui/CheckField.tsx";
import { DevicePicker } from "#client/ui/DevicePicker.tsx";
import { SoundMeter } from "#client/ui/SoundMeter.tsx";
import styles from "./DeviceCheck.module.css";
import { useDeviceCheck } from "./use-device-check.ts";
import type { Shown } from "./use-device-check.ts";

/** An optional look at one's own picture, microphone and sound. Nothing is sent; the choice goes into the room. */
export function DeviceCheck() {
  const { tryOut, devices, choice, change, start, stop } = useDeviceCheck();
  const [hasPlayed, setHasPlayed] = useState(false);

  function handleSound() {
    playTwoNotes(choice.speakerId);
    setHasPlayed(true);
  }

  return (
    <details className={styles["check"]}>
      <summary>{text("check.title")}</summary>
      <div className={styles["body"]}>
        <p>{text("check.optional")}</p>
        <CheckField
          label={text("check.bySound")}
          isChecked={!choice.camera}
          onChange={(isBySound) => change({ camera: !isBySound })}
        />
        {tryOut.state === "on" && (
          <TryOut stream={tryOut.stream} shows={tryOut.shows} isBySound={!choice.camera} />
        )}
        {tryOut.state === "refused" && <p role="status">{text(`check.${tryOut.why}`)}</p>}
        {devices.length > 0 && (
          <div className={styles["devices"]}>
            <DevicePicker
              devices={devices.filter(({ kind }) => choice.camera || kind !== "camera")}
              chosen={{
                camera: choice.cameraId,
                microphone: choice.microphoneId,
                speaker: choice.speakerId,
              }}
              onChoose={(kind, deviceId) =>
                change({ [`${kind}Id`]: deviceId === "" ? null : deviceId })
              }
            />
          </div>
        )}
        <div className={styles["buttons"]}>
          {tryOut.state === "on" ? (
            <Button onPress={stop}>{text("check.stop")}</Button>
          ) : (
            <Button isPending={tryOut.state === "opening"} onPress={() => void start()}>
              {text(choice.camera ? "check.start" : "check.startSound")}
            </Button>
          )}
          <Button onPress={handleSound}>{text("check.sound")}</Button>
        </div>
        <output>{hasPlayed ? text("check.soundPlayed") : ""}</output>
        <p className={styles["quiet"]}>{text("check.headphones")}</p>
      </div>
    </details>
  );
}

interface TryOutProps {
  readonly stream: MediaStream;
  readonly shows: Shown;
  readonly isBySound: boolean;
}

function TryOut({ stream, shows, isBySound }: TryOutProps) {
  if (isBySound) return <Hearing stream={stream} />;
  return (
    <div className={styles["tryOut"]}>
      {shows === "sound" ? <p>{text("check.soundOnly")}</p> : <OwnPicture stream={stream} />}
      {shows === "picture" ? <p>{text("check.pictureOnly")}</p> : <Hearing stream={stream} />}
    </div>
  );
}

function Hearing({ stream }: { readonly stream: MediaStream }) {
  return (
    <div className={styles["level"]}>
      <SoundMeter stream={stream} />
      <p>{text("check.levelHelp")}</p>
    </div>
  );
}

function OwnPicture({ stream }: { readonly stream: MediaStream }) {
  const videoRef = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (videoRef.current !== null) videoRef.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={videoRef}
      className={styles["picture"]}
      aria-label={text("check.picture")}
      autoPlay
      playsInline
      muted
    />
  );
}
