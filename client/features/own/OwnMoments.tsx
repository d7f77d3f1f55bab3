import { useEffect, useState } from "react";
import { momentPlace } from "#client/lib/moment-place.ts";
import { fetchStill } from "#client/lib/still-requests.ts";
import { text } from "#client/lib/text.ts";
import { CheckField } from "#client/ui/CheckField.tsx";
import type { OwnMoment } from "#shared/protocol/own-routes.ts";
import styles from "./Own.module.css";

/** The moments a practitioner pinned, by clip and time, in the words of the board; pictures once switched on. */
export function OwnMoments({ moments }: { readonly moments: readonly OwnMoment[] }) {
  const [hasStills, setHasStills] = useState(false);
  return (
    <>
      <h4>{text("own.moments")}</h4>
      <ul className={styles["list"]}>
        {moments.map((moment) => (
          <li key={moment.observationId}>
            <strong>{placeOf(moment)}</strong>
            {hasStills && moment.hasStill && <Still moment={moment} />}
            {moment.words.map((words, n) => (
              <p key={n}>{words}</p>
            ))}
          </li>
        ))}
      </ul>
      {moments.some(({ hasStill }) => hasStill) && (
        <CheckField label={text("own.stills")} isChecked={hasStills} onChange={setHasStills} />
      )}
    </>
  );
}

/** Where a moment is, in words; of a clip that is gone, that it was one. */
export function placeOf({ clipTitle, positionMs }: OwnMoment): string {
  return positionMs === null ? text("own.momentGone") : momentPlace(clipTitle, positionMs);
}

/** Its picture, for as long as it is shown. */
function Still({ moment }: { readonly moment: OwnMoment }) {
  const { reviewId, observationId } = moment;
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    let made: string | null = null;
    void fetchStill(reviewId, observationId).then((picture) => {
      if (picture === null || !isWanted) return;
      made = URL.createObjectURL(picture);
      setAddress(made);
    });
    return () => {
      isWanted = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [reviewId, observationId]);
  if (address === null) return null;
  return (
    <img
      className={styles["still"]}
      src={address}
      alt={text("own.still", { place: placeOf(moment) })}
    />
  );
}
