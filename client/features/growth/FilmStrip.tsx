import { useId, useState } from "react";
import { saveFile } from "#client/lib/save-file.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { CheckField } from "#client/ui/CheckField.tsx";
import type { Growth } from "#shared/protocol/growth-routes.ts";
import styles from "./Growth.module.css";
import { stripFile } from "./strip-file.ts";
import { stripCards } from "./strip-words.ts";
import type { StripCard } from "./strip-words.ts";
import { stillsForFile, useStripStills } from "./use-strip-stills.ts";
import type { StripStill } from "./use-strip-stills.ts";

interface FilmStripProps {
  readonly growth: Pick<Growth, "strip" | "practitionerName" | "childName">;
  /** Read by the practitioner whose moments these are. */
  readonly isOwn: boolean;
}

/** The moment of each cycle in its words, with its aims; pictures only when switched on. Saves as one file. */
export function FilmStrip({ growth, isOwn }: FilmStripProps) {
  const { strip, practitionerName: practitioner, childName } = growth;
  const id = useId();
  const [hasStills, setHasStills] = useState(false);
  const [said, setSaid] = useState("");
  const cards = stripCards(strip, practitioner);
  const stills = useStripStills(cards, hasStills);
  const mayShow = cards.some(({ still }) => still !== null);
  const isRefused = strip.some(({ moment }) => moment?.still === "notAllowed");

  async function handleSave() {
    const pictures = await stillsForFile(stills);
    const atMs = Date.now();
    const page = stripFile({ practitionerName: practitioner, childName, cards, pictures, atMs });
    const file = new Blob([page], { type: "text/html;charset=utf-8" });
    saveFile(`${text("growth.strip.fileName")}.html`, file);
    setSaid(text("growth.strip.saved"));
  }

  return (
    <section className={styles["section"]} aria-labelledby={id}>
      <h2 id={id}>{text("growth.strip")}</h2>
      <p>{isOwn ? text("growth.strip.own.lead") : text("growth.strip.lead", { practitioner })}</p>
      <ol className={styles["strip"]}>
        {cards.map((card) => (
          <li key={card.title} className={styles["card"]}>
            <Card card={card} stills={stills} />
          </li>
        ))}
      </ol>
      {mayShow && (
        <CheckField
          label={text("growth.strip.stills")}
          isChecked={hasStills}
          onChange={setHasStills}
        />
      )}
      {isRefused && <p className={styles["quiet"]}>{text("growth.strip.stillsOff")}</p>}
      <div>
        <Button onPress={() => void handleSave()}>{text("growth.strip.save")}</Button>
      </div>
      <output>{said}</output>
    </section>
  );
}

interface CardProps {
  readonly card: StripCard;
  readonly stills: ReadonlyMap<string, StripStill>;
}

function Card({ card, stills }: CardProps) {
  const { title, still, facts, words, aims } = card;
  const picture = still === null ? undefined : stills.get(still.observationId);
  return (
    <>
      <h3>{title}</h3>
      {picture !== undefined && (
        <img className={styles["still"]} src={picture.address} alt={text("growth.strip.still")} />
      )}
      {facts.map((fact) => (
        <p key={fact} className={styles["quiet"]}>
          {fact}
        </p>
      ))}
      {words.map((one, n) => (
        <p key={n} className={styles["words"]}>
          {one}
        </p>
      ))}
      {aims.length > 0 && (
        <>
          <h4 className={styles["aimsTitle"]}>{text("growth.strip.aims")}</h4>
          <ul className={styles["aims"]}>
            {aims.map((aim, n) => (
              <li key={n}>
                {aim.words}
                {aim.went !== "" && <p className={styles["quiet"]}>{aim.went}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
