import { qrPath } from "./qr-path.ts";
import styles from "./QrCode.module.css";

/** A QR code, drawn on this page: the words in it go nowhere else. */
export function QrCode({ words, label }: { readonly words: string; readonly label: string }) {
  const { path, size } = qrPath(words);
  return (
    <svg
      className={styles["code"]}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
