import { useEffect } from "react";
import type { ReactNode } from "react";
import styles from "./LargeVideo.module.css";

/** Props of the large video, which its owner switches. */
export interface LargeVideoProps {
  readonly isLarge: boolean;
  readonly onLargeChange: (isLarge: boolean) => void;
  /** The stage with its controls: the cover button stays within reach. */
  readonly children: ReactNode;
}

/** Fills the screen with the stage and its controls; where a browser has no full screen, the page. */
export function LargeVideo({ isLarge, onLargeChange, children }: LargeVideoProps) {
  useEffect(() => {
    if (!isLarge || !document.fullscreenEnabled) return undefined;
    const handleChange = () => {
      if (document.fullscreenElement === null) onLargeChange(false);
    };
    document.addEventListener("fullscreenchange", handleChange);
    // The whole page, so that menus, dialogs and somebody at the door are seen as well.
    document.documentElement.requestFullscreen().catch(() => undefined); // refused: the page is filled
    return () => {
      document.removeEventListener("fullscreenchange", handleChange);
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, [isLarge, onLargeChange]);

  return (
    <div className={styles["box"]} data-large={isLarge}>
      {children}
    </div>
  );
}
