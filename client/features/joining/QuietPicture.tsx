import styles from "./WayIn.module.css";

/** Two chairs and one good picture: a still drawing for those who wait. */
export function QuietPicture() {
  return (
    <svg className={styles["picture"]} viewBox="0 0 320 120" aria-hidden="true">
      <rect x="104" y="10" width="112" height="68" rx="8" fill="var(--lake-tint)" />
      <circle cx="148" cy="46" r="14" fill="none" stroke="var(--lake)" strokeWidth="4" />
      <circle cx="172" cy="46" r="14" fill="none" stroke="var(--glow)" strokeWidth="4" />
      <g fill="none" stroke="var(--edge)" strokeWidth="5" strokeLinecap="round">
        <path d="M40 44v56M40 74h34v26M74 74" />
        <path d="M280 44v56M280 74h-34v26M246 74" />
      </g>
      <path d="M16 106h288" stroke="var(--line)" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
