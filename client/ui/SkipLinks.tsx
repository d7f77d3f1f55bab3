import styles from "./SkipLinks.module.css";

/** Links, seen on focus, that jump to a region of this page by its element id. */
export function SkipLinks({
  links,
}: {
  readonly links: readonly { readonly targetId: string; readonly label: string }[];
}) {
  return (
    <div className={styles["links"]}>
      {links.map((link) => (
        <a
          key={link.targetId}
          href={`#${link.targetId}`}
          className={styles["link"]}
          onClick={(event) => {
            event.preventDefault();
            document.getElementById(link.targetId)?.focus();
          }}
        >
          {link.label}
        </a>
      ))}
    </div>
  );
}
