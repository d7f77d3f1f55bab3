import { useRef } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import { classNames } from "#client/lib/class-names.ts";
import { text } from "#client/lib/text.ts";
import { useStudio } from "#client/features/studio/use-studio.ts";
import { isInStretch } from "#shared/studio/drafts.ts";
import type { CoverBox } from "#shared/studio/cover-place.ts";
import { boxAfterKey } from "./cover-edits.ts";
import { coverChoice } from "./cover-choice.ts";
import styles from "./Covers.module.css";
import { useCovers } from "./use-covers.ts";

/** Where the covers of the chosen clip lie on the picture: drag them, or move them by the arrow keys. */
export function CoverOverlay() {
  const { chosen } = useStudio();
  const { covers, chosenId, placeMs, isFixed, boxOf, put } = useCovers();
  const layRef = useRef<HTMLDivElement>(null);
  if (chosen === null || covers.length === 0 || !isInStretch(placeMs, chosen.plan.stretch)) {
    return null;
  }
  return (
    <div ref={layRef} className={styles["overlay"]}>
      {covers.map((cover, n) => {
        const box = boxOf(cover);
        return (
          box !== null && (
            <CoverOnPicture
              key={cover.coverId}
              number={n + 1}
              box={box}
              isEllipse={cover.shape === "ellipse"}
              isChosen={cover.coverId === chosenId}
              isFixed={isFixed}
              sizeOf={() => layRef.current?.getBoundingClientRect() ?? new DOMRect()}
              onChoose={() => coverChoice.choose(cover.coverId)}
              onPut={(next) => put(cover.coverId, next)}
            />
          )
        );
      })}
    </div>
  );
}

interface CoverOnPictureProps {
  readonly number: number;
  readonly box: CoverBox;
  readonly isEllipse: boolean;
  readonly isChosen: boolean;
  readonly isFixed: boolean;
  readonly sizeOf: () => DOMRect;
  readonly onChoose: () => void;
  readonly onPut: (box: CoverBox) => void;
}

function CoverOnPicture(props: CoverOnPictureProps) {
  const { number, box, isEllipse, isChosen, isFixed, sizeOf, onChoose, onPut } = props;
  const heldRef = useRef<{ x: number; y: number; box: CoverBox; isSize: boolean } | null>(null);

  function handleDown(event: PointerEvent<HTMLButtonElement>) {
    onChoose();
    if (isFixed) return;
    const isSize = event.target instanceof Element && event.target.hasAttribute("data-size");
    heldRef.current = { x: event.clientX, y: event.clientY, box, isSize };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function handleMove(event: PointerEvent<HTMLButtonElement>) {
    const held = heldRef.current;
    if (held === null) return;
    const { width, height } = sizeOf();
    const x = (event.clientX - held.x) / width;
    const y = (event.clientY - held.y) / height;
    const { box: from } = held;
    onPut(
      held.isSize
        ? { ...from, width: from.width + x, height: from.height + y }
        : { ...from, x: from.x + x, y: from.y + y },
    );
  }

  function handleKey(event: KeyboardEvent) {
    const next = isFixed ? null : boxAfterKey(box, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    onPut(next);
  }

  const percent = (part: number) => `${part * 100}%`;
  return (
    <button
      type="button"
      className={classNames(
        styles["cover"],
        isEllipse && styles["isEllipse"],
        isChosen && styles["isChosen"],
      )}
      style={{
        left: percent(box.x),
        top: percent(box.y),
        width: percent(box.width),
        height: percent(box.height),
      }}
      aria-label={text("covers.onPicture", { number })}
      onFocus={onChoose}
      onPointerDown={handleDown}
      onPointerMove={handleMove}
      onPointerUp={() => (heldRef.current = null)}
      onPointerCancel={() => (heldRef.current = null)}
      onKeyDown={handleKey}
    >
      <span className={styles["number"]} aria-hidden="true">
        {number}
      </span>
      {isChosen && !isFixed && <span className={styles["size"]} data-size aria-hidden="true" />}
    </button>
  );
}
