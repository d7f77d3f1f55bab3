import { useEffect, useRef, useState } from "react";
import { playTwoNotes } from "#client/lib/sound.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import styles from "./DeviceCheck.module.css";
import { heardLevel } from "./sound-level.ts";
import { useDeviceCheck, useMicrophoneLevel } from "./use-device-check.ts";

/** An optional look at one's own picture, microphone and sound. Nothing is sent. */
export function DeviceCheck() {
  const { tryOut, start, stop } = useDeviceCheck();
  const [hasPlayed, setHasPlayed] = useState(false);

  function handleSound() {
    playTwoNotes();
    setHasPlayed(true);
  }

  return (
    <details className={styles["check"]}>
      <summary>{text("check.title")}</summary>
      <div className={styles["body"]}>
        <p>{text("check.optional")}</p>
        {tryOut.state === "on" && <TryOut stream={tryOut.stream} hasPicture={tryOut.hasPicture} />}
        {tryOut.state === "refused" && <p role="status">{text(`check.${tryOut.why}`)}</p>}
        <div className={styles["buttons"]}>
          {tryOut.state === "on" ? (
            <Button onPress={stop}>{text("check.stop")}</Button>
          ) : (
            <Button isPending={tryOut.state === "opening"} onPress={() => void start()}>
              {text("check.start")}
            </Button>
          )}
          <Button onPress={handleSound}>{text("check.sound")}</Button>
        </div>
        <output>{hasPlayed ? text("check.soundPlayed") : ""}</output>
      </div>
    </details>
  );
}

function TryOut({
  stream,
  hasPicture,
}: {
  readonly stream: MediaStream;
  readonly hasPicture: boolean;
}) {
  const level = useMicrophoneLevel(stream);
  return (
    <div className={styles["tryOut"]}>
      {hasPicture ? <OwnPicture stream={stream} /> : <p>{text("check.soundOnly")}</p>}
      <div className={styles["level"]}>
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
        <p>{text("check.levelHelp")}</p>
      </div>
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
