import Trash2 from "lucide-react/icons/trash-2";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import { SelectField } from "#client/ui/SelectField.tsx";
import { TypedField } from "#client/ui/TypedField.tsx";
import { useStudio } from "#client/features/studio/use-studio.ts";
import type { CoverBox } from "#shared/studio/cover-place.ts";
import type { CoverRegion } from "#shared/studio/cut-plan.ts";
import { writePlaceMs } from "#shared/studio/selection.ts";
import { coverChoice } from "./cover-choice.ts";
import { withoutPlace, withStretch } from "./cover-edits.ts";
import styles from "./Covers.module.css";
import { useCovers } from "./use-covers.ts";

const sides = ["x", "y", "width", "height"] as const;

/** One cover: its look, where it lies on the picture shown, its places over time, and for how long. */
export function CoverRow(props: {
  readonly cover: CoverRegion;
  readonly number: number;
  readonly isChosen: boolean;
}) {
  const { cover, number, isChosen } = props;
  const { isFixed, boxOf, put, change, changeOne } = useCovers();
  const { coverId } = cover;
  const box = boxOf(cover);
  const name = text(`covers.name.${cover.shape}`, { number });

  function typeSide(side: keyof CoverBox, typed: string): string {
    const percent = Number(typed.replace(",", "."));
    if (!Number.isFinite(percent) || percent < 0 || percent > 100 || box === null) {
      return text("covers.notPercent");
    }
    put(coverId, { ...box, [side]: percent / 100 });
    return "";
  }

  return (
    <li className={styles["row"]}>
      <div className={styles["rowHead"]}>
        <Button
          kind="quiet"
          aria-expanded={isChosen}
          onPress={() => coverChoice.choose(isChosen ? null : coverId)}
        >
          {name}
        </Button>
        <IconButton
          label={text("covers.remove", { name })}
          isDisabled={isFixed}
          onPress={() => change((all) => all.filter((one) => one.coverId !== coverId))}
        >
          <Trash2 size={20} />
        </IconButton>
      </div>
      {isChosen && (
        <>
          <SelectField
            label={text("covers.lookIs")}
            value={cover.look}
            isDisabled={isFixed}
            options={[
              { value: "pixelated", label: text("covers.pixelated") },
              { value: "filled", label: text("covers.filled") },
            ]}
            onChange={(look) => changeOne(coverId, (now) => ({ ...now, look }))}
          />
          {box === null ? (
            <p className={styles["quiet"]}>{text("covers.notHere")}</p>
          ) : (
            <div className={styles["sides"]}>
              {sides.map((side) => (
                <TypedField
                  key={side}
                  label={text(`covers.side.${side}`)}
                  written={String(Math.round(box[side] * 1000) / 10)}
                  isDisabled={isFixed}
                  onTyped={(typed) => typeSide(side, typed)}
                />
              ))}
            </div>
          )}
          <p className={styles["quiet"]}>{text("covers.places")}</p>
          <Places cover={cover} />
          <Spell cover={cover} />
        </>
      )}
    </li>
  );
}

/** Where the cover was put; between two places it glides. */
function Places({ cover }: { readonly cover: CoverRegion }) {
  const { playhead } = useStudio();
  const { isFixed, changeOne } = useCovers();
  return (
    <ul className={styles["places"]} aria-label={text("covers.places")}>
      {cover.places.map(({ atMs }) => {
        const place = writePlaceMs(atMs);
        return (
          <li key={atMs}>
            <Button
              kind="quiet"
              aria-label={text("covers.goTo", { place })}
              onPress={() => playhead.seek(atMs)}
            >
              {place}
            </Button>
            {cover.places.length > 1 && (
              <IconButton
                label={text("covers.removePlace", { place })}
                isDisabled={isFixed}
                onPress={() => changeOne(cover.coverId, (now) => withoutPlace(now, atMs))}
              >
                <Trash2 size={18} />
              </IconButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** For how long it covers: the whole clip, or from one picture to another. */
function Spell({ cover }: { readonly cover: CoverRegion }) {
  const { chosen, film, playhead } = useStudio();
  const { isFixed, changeOne } = useCovers();
  if (chosen === null) return null;
  const whole = chosen.plan.stretch;
  const { startMs, endMs } = cover.stretch ?? whole;
  const set = (from: number, to: number) => {
    if (to > from) {
      changeOne(cover.coverId, (now) => withStretch(now, { startMs: from, endMs: to }));
    }
  };
  return (
    <div className={styles["buttons"]}>
      <span className={styles["quiet"]}>
        {cover.stretch === null
          ? text("covers.wholeClip")
          : text("covers.spell", { from: writePlaceMs(startMs), to: writePlaceMs(endMs) })}
      </span>
      <Button isDisabled={isFixed} onPress={() => set(playhead.placeMs(), endMs)}>
        {text("covers.fromHere")}
      </Button>
      <Button
        isDisabled={isFixed}
        onPress={() => set(startMs, film.frames.endMs(playhead.current().frameIndex))}
      >
        {text("covers.toHere")}
      </Button>
      {cover.stretch !== null && (
        <Button
          kind="quiet"
          isDisabled={isFixed}
          onPress={() => changeOne(cover.coverId, (now) => withStretch(now, null))}
        >
          {text("covers.forWholeClip")}
        </Button>
      )}
    </div>
  );
}
