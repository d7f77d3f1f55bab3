import { useEffect, useRef } from "react";
import { classNames } from "#client/lib/class-names.ts";
import styles from "./FacePicture.module.css";

/** A face as it comes, without its sound. One's own is mirrored, as people know it. */
export function FacePicture({
  stream,
  isMirrored = false,
}: {
  readonly stream: MediaStream;
  readonly isMirrored?: boolean;
}) {
  const picture = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = picture.current;
    if (element === null) return undefined;
    element.srcObject = stream;
    return () => {
      element.srcObject = null;
    };
  }, [stream]);
  return (
    <video
      ref={picture}
      className={classNames(styles["picture"], isMirrored && styles["mirrored"])}
      autoPlay
      playsInline
      muted
      disablePictureInPicture
    />
  );
}
