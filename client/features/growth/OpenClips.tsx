import { useId, useState } from "react";
import { dayWords } from "#client/lib/dates.ts";
import { text } from "#client/lib/text.ts";
import { Button } from "#client/ui/Button.tsx";
import { EmptyState } from "#client/ui/EmptyState.tsx";
import type { GrowthClip } from "#shared/protocol/growth-routes.ts";
import { Films } from "./Films.tsx";
import type { FilmSurroundings } from "./Films.tsx";
import styles from "./Growth.module.css";

interface OpenClipsProps extends FilmSurroundings {
  readonly clips: readonly GrowthClip[];
}

/** The clips a practitioner may watch alone, each until its day; one is played at a time. */
export function OpenClips({ clips, ...surroundings }: OpenClipsProps) {
  const id = useId();
  const [watchedId, setWatchedId] = useState<string | null>(null);
  return (
    <section className={styles["section"]} aria-labelledby={id}>
      <h2 id={id}>{text("growth.open")}</h2>
      {clips.length === 0 ? (
        <EmptyState level={3} title={text("growth.open.none")}>
          {text("growth.open.noneWords")}
        </EmptyState>
      ) : (
        <>
          <p className={styles["quiet"]}>{text("growth.open.lead")}</p>
          <ul className={styles["rows"]}>
            {clips.map((clip) => {
              const { clipId, cycleNumber: cycle, openUntilMs } = clip;
              const title = text("growth.clip", { cycle, title: clip.title });
              const isWatched = clipId === watchedId;
              return (
                <li key={clipId} className={styles["section"]}>
                  <div className={styles["row"]}>
                    <div>
                      <p>{title}</p>
                      {openUntilMs !== null && (
                        <p className={styles["quiet"]}>
                          {text("growth.open.until", { when: dayWords(openUntilMs) })}
                        </p>
                      )}
                    </div>
                    <Button
                      aria-expanded={isWatched}
                      {...(isWatched
                        ? {}
                        : { "aria-label": text("growth.open.watchName", { title }) })}
                      onPress={() => setWatchedId(isWatched ? null : clipId)}
                    >
                      {text(isWatched ? "growth.open.close" : "growth.open.watch")}
                    </Button>
                  </div>
                  {isWatched && <Films clips={[clip]} {...surroundings} />}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
