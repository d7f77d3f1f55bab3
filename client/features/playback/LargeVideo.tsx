import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import styles from "./LargeVideo.module.css";

export interface LargeVideoProps {
  readonly isLarge: boolean;
  readonly onLargeChange: (isLarge: boolean) => void;
  /** The stage with its controls: the cover button stays within reach. */
  readonly children: ReactNode;
}

/** Fills the screen with the stage and its controls; where a browser has no full screen, the page. */
export function LargeVideo({ isLarge, onLargeChange, children }: LargeVideoProps) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = box.current;
    if (!isLarge || element === null || !document.fullscreenEnabled) return undefined;
    const handleChange = () => {
      if (document.fullscreenElement === null) onLargeChange(false);
    };
    element.addEventListener("fullscreenchange", handleChange);
    element.requestFullscreen().catch(() => undefined); // refused: the page is filled instead
    return () => {
      element.removeEventListener("fullscreenchange", handleChange);
      if (document.fullscreenElement === element) void document.exitFullscreen();
    };
  }, [isLarge, onLargeChange]);

  return (
    <div ref={box} className={styles["box"]} data-large={isLarge}>
      {children}
    </div>
  );
}
