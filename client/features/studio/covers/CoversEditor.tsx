import { useState } from "react";
import { announce } from "#client/lib/announce.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { Notice } from "#client/ui/Notice.tsx";
import { useStudio } from "#client/features/studio/use-studio.ts";
import type { CoverRegion } from "#shared/studio/cut-plan.ts";
import { coverChoice } from "./cover-choice.ts";
import { coverLimits, newCover } from "./cover-edits.ts";
import { CoverLook } from "./CoverLook.tsx";
import { CoverRow } from "./CoverRow.tsx";
import styles from "./Covers.module.css";
import { useCovers } from "./use-covers.ts";

/** Covers what must not be seen, other children above all; it is burned into the clip before anything is sent. */
export function CoversEditor() {
  const { chosen } = useStudio();
  const [isLooking, setLooking] = useState(false);
  const { covers, chosenId, placeMs, isFixed, change } = useCovers();

  function add(shape: CoverRegion["shape"]) {
    const cover = newCover(crypto.randomUUID(), shape, placeMs);
    change((all) => [...all, cover]);
    coverChoice.choose(cover.coverId);
    announce(text("covers.added"));
  }

  if (chosen === null) return null;
  const isFull = covers.length >= coverLimits.covers;
  return (
    <div className={styles["editor"]}>
      <p className={styles["quiet"]}>{text("covers.intro")}</p>
      <div className={styles["buttons"]}>
        <Button isDisabled={isFixed || isFull} onPress={() => add("ellipse")}>
          {text("covers.addEllipse")}
        </Button>
        <Button isDisabled={isFixed || isFull} onPress={() => add("rectangle")}>
          {text("covers.addRectangle")}
        </Button>
      </div>
      {covers.length > 0 && (
        <>
          <ol className={styles["rows"]}>
            {covers.map((cover, n) => (
              <CoverRow
                key={cover.coverId}
                cover={cover}
                number={n + 1}
                isChosen={cover.coverId === chosenId}
              />
            ))}
          </ol>
          {chosen.areCoversConfirmed ? (
            <Notice tone="good">{text("covers.confirmed")}</Notice>
          ) : (
            <p className={styles["quiet"]}>{text("covers.lookFirst")}</p>
          )}
          <div>
            <Button isDisabled={isFixed} onPress={() => setLooking(true)}>
              {text("covers.look")}
            </Button>
          </div>
        </>
      )}
      {isLooking && <CoverLook draft={chosen} onClose={() => setLooking(false)} />}
    </div>
  );
}
