import { Link } from "wouter";
import type { ReactNode } from "react";
import { paths } from "#client/lib/paths.ts";
import { text } from "#client/lib/text.ts";
import { useStudio, useStudioFilm } from "#client/features/studio/use-studio.ts";
import { isOnServer } from "#shared/studio/drafts.ts";
import { draftName } from "./draft-words.ts";
import { DraftFields } from "./DraftFields.tsx";
import type { CaptionsProps } from "./DraftFields.tsx";
import styles from "./Drafts.module.css";
import { MakeAndSend } from "./MakeAndSend.tsx";

/** All that is said of the chosen clip, and how it is made and sent. `captions` draws their editor. */
export function DraftDetails(props: { readonly captions: (props: CaptionsProps) => ReactNode }) {
  const { chosen, journey } = useStudio();
  const { drafts } = useStudioFilm();
  if (chosen === null) {
    return drafts.length > 0 && <p className={styles["quiet"]}>{text("drafts.detailsNone")}</p>;
  }
  return (
    <section className={styles["part"]} aria-labelledby="draft-details" key={chosen.draftId}>
      <h2 id="draft-details" className={styles["heading"]}>
        {text("drafts.details", { name: draftName(chosen, drafts) })}
      </h2>
      {isOnServer(chosen) ? (
        <p>
          {text("drafts.onServer")}{" "}
          <Link href={paths.journey(journey.journeyId)}>{text("drafts.toJourney")}</Link>
        </p>
      ) : (
        <DraftFields draft={chosen} captions={props.captions} />
      )}
      <MakeAndSend draft={chosen} />
    </section>
  );
}
