import Trash2 from "lucide-react/icons/trash-2";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { IconButton } from "#client/ui/IconButton.tsx";
import { TypedField } from "#client/ui/TypedField.tsx";
import { withDraft } from "#client/features/studio/studio.ts";
import { useStudio } from "#client/features/studio/use-studio.ts";
import { isOnServer, withPlan } from "#shared/studio/drafts.ts";
import type { Stretch } from "#shared/studio/cut-plan.ts";
import { readPlaceMs, writePlaceMs } from "#shared/studio/selection.ts";
import styles from "./Silences.module.css";

const mostSilences = 20;
const firstLengthMs = 1_000;

/** Where the clip is to be silent; in film time. */
export function SilencesEditor() {
  const { chosen, document, film, playhead } = useStudio();
  if (chosen === null) return null;
  const { silences, stretch } = chosen.plan;
  const isFixed = isOnServer(chosen);

  function change(next: readonly Stretch[]) {
    const sorted = next.toSorted((one, other) => one.startMs - other.startMs);
    document.edit((now) =>
      withDraft(now, chosen?.draftId ?? "", (draft) =>
        withPlan(draft, { ...draft.plan, silences: sorted }),
      ),
    );
  }

  function add() {
    const startMs = Math.min(Math.max(playhead.placeMs(), stretch.startMs), stretch.endMs - 1);
    change([...silences, { startMs, endMs: Math.min(stretch.endMs, startMs + firstLengthMs) }]);
  }

  function set(n: number, changed: Stretch): string {
    if (changed.endMs <= changed.startMs) return text("silences.refused");
    change(silences.with(n, changed));
    return "";
  }

  return (
    <div className={styles["editor"]}>
      <p className={styles["quiet"]}>{text("silences.intro")}</p>
      <ol className={styles["rows"]}>
        {silences.map((silence, n) => (
          <li key={n} className={styles["row"]}>
            <TypedField
              label={text("silences.start", { number: n + 1 })}
              written={writePlaceMs(silence.startMs)}
              isDisabled={isFixed}
              onTyped={(typed) => typePlace(typed, (startMs) => set(n, { ...silence, startMs }))}
            />
            <TypedField
              label={text("silences.end", { number: n + 1 })}
              written={writePlaceMs(silence.endMs)}
              isDisabled={isFixed}
              onTyped={(typed) => typePlace(typed, (endMs) => set(n, { ...silence, endMs }))}
            />
            <Button
              isDisabled={isFixed}
              onPress={() =>
                set(n, { ...silence, endMs: film.frames.endMs(playhead.current().frameIndex) })
              }
            >
              {text("silences.endHere")}
            </Button>
            <IconButton
              label={text("silences.remove", { number: n + 1 })}
              isDisabled={isFixed}
              onPress={() => change(silences.toSpliced(n, 1))}
            >
              <Trash2 size={20} />
            </IconButton>
          </li>
        ))}
      </ol>
      <div>
        <Button isDisabled={isFixed || silences.length >= mostSilences} onPress={add}>
          {text("silences.add")}
        </Button>
      </div>
    </div>
  );
}

function typePlace(typed: string, take: (placeMs: number) => string): string {
  const placeMs = readPlaceMs(typed);
  return placeMs === null ? text("drafts.notAPlace") : take(placeMs);
}
