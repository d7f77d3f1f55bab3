import { useNearWindow } from "#client/lib/use-near-window.ts";
import styles from "./ClipRow.module.css";
import { useClipAddress } from "./use-clip-address.ts";

/** A clip's first picture, small: drawn by the browser out of the clip itself once it comes near, and kept nowhere. */
export function ClipPicture({ clipId }: { readonly clipId: string }) {
  const [place, isNear] = useNearWindow<HTMLDivElement>();
  const address = useClipAddress(clipId, isNear);
  return (
    <div ref={place} className={styles["picture"]} aria-hidden="true">
      {address !== null && (
        <video src={`${address}#t=0.001`} preload="metadata" muted playsInline tabIndex={-1} />
      )}
    </div>
  );
}
