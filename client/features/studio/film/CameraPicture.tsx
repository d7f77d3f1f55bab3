import { useEffect, useRef } from "react";
import { classNames } from "#client/lib/class-names.ts";
import { text } from "#client/lib/text.ts";
import styles from "./Film.module.css";

/** What the camera sees, without its sound; framed clearly while it is recorded. */
export function CameraPicture(props: {
  readonly stream: MediaStream;
  readonly isRecording?: boolean;
}) {
  const { stream, isRecording = false } = props;
  const videoRef = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = videoRef.current;
    if (video !== null) video.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={videoRef}
      className={classNames(styles["camera"], isRecording && styles["isRecording"])}
      aria-label={text("film.camera.picture")}
      autoPlay
      muted
      playsInline
    />
  );
}
