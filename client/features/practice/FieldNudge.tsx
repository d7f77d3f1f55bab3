import { useSyncExternalStore } from "react";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import styles from "./FieldNudge.module.css";
import type { Nudges } from "./nudges.ts";

/** A quiet question under a field, for whoever wrote in it; it asks for nothing and changes nothing. */
export function FieldNudge({ nudges, path }: { readonly nudges: Nudges; readonly path: string }) {
  const nudge = useSyncExternalStore(nudges.subscribe, () => nudges.of(path));
  return (
    <div className={styles["nudge"]} data-nudge={nudge ?? ""}>
      <output>
        {nudge !== null && (
          <>
            {text(`practice.nudge.${nudge}`)}{" "}
            <span className={styles["private"]}>{text("practice.nudge.private")}</span>
          </>
        )}
      </output>
      {nudge !== null && (
        <Button
          kind="quiet"
          aria-label={text("practice.nudge.awayLong")}
          onPress={() => nudges.putAway(path)}
        >
          {text("practice.nudge.away")}
        </Button>
      )}
    </div>
  );
}
