import { useCallback, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { call } from "#client/lib/api.ts";
import type { Answered } from "#client/lib/api.ts";
import { clipTime } from "#client/lib/clip-time.ts";
import { text } from "#client/lib/text.ts";
import { useAnswered } from "#client/lib/use-answered.ts";
import { CheckField } from "#client/ui/CheckField.tsx";
import type { GrowthClip } from "#shared/protocol/growth-routes.ts";
import { FilmButtons } from "./FilmButtons.tsx";
import styles from "./Films.module.css";
import { useFilms } from "./use-films.ts";
import type { FilmDeeds, FilmState } from "./use-films.ts";

/** Draws the captions that belong to this place of a clip. */
export type DrawCaptions = (captions: string, positionMs: number) => ReactNode;

/** A clip to be played here: its words and its frames. */
export type FilmClip = Omit<GrowthClip, "openUntilMs">;

const readAddress = (clipId: FilmClip["clipId"]) => call("readClipAddress", { params: { clipId } });

/** What every film on the page is shown with. */
export interface FilmSurroundings {
  /** Stands on the picture, as in the room. */
  readonly viewerName: string;
  readonly drawCaptions: DrawCaptions;
  /** Where this browser fetches a clip; the room has its own addresses. */
  readonly addressOf?: (
    clipId: FilmClip["clipId"],
  ) => Promise<Answered<{ readonly mediaId: string }>>;
}

interface FilmsProps extends FilmSurroundings {
  readonly clips: readonly FilmClip[];
}

const keyDeeds: Record<string, (deeds: FilmDeeds) => void> = {
  k: (deeds) => deeds.playOrPause(),
  ",": (deeds) => deeds.step(-1),
  ".": (deeds) => deeds.step(1),
};

/** One clip or two, in plain players of this browser's own: together or each by itself, frame by frame. */
export function Films({ clips, ...surroundings }: FilmsProps) {
  const films = useFilms(clips.map(({ media }) => media));
  const [first] = films.states;
  const hasTwo = clips.length > 1;

  function handleKey(event: KeyboardEvent<HTMLElement>) {
    const deed = keyDeeds[event.key.toLowerCase()];
    if (deed === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const panel = event.target instanceof Element ? event.target.closest("[data-film]") : null;
    const index = panel?.getAttribute("data-film") ?? null;
    deed(films.deedsOf(index === null ? null : Number(index)));
    event.preventDefault();
  }

  return (
    // The keys come up from the buttons inside; each has a button of its own too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={styles["films"]} aria-label={nameOf(clips)} onKeyDown={handleKey}>
      <div className={styles["panels"]}>
        {clips.map((clip, index) => (
          <FilmPanel
            key={clip.clipId + String(index)}
            clip={clip}
            index={index}
            state={films.states[index]}
            deeds={films.deedsOf(index)}
            hasButtons={!hasTwo || !films.isLinked}
            onVideo={(video) => films.setVideo(index, video)}
            onChange={(video) => films.read(index, video)}
            {...surroundings}
          />
        ))}
      </div>
      {hasTwo && films.isLinked && first !== undefined && (
        <FilmButtons
          name={text("growth.films.both")}
          isBoth
          isPlaying={films.states.some(({ isPlaying }) => isPlaying)}
          isSlow={first.isSlow}
          deeds={films.deedsOf(null)}
        />
      )}
      {hasTwo && (
        <CheckField
          label={text("growth.films.linked")}
          isChecked={films.isLinked}
          onChange={films.link}
        />
      )}
      <p className={styles["quiet"]}>
        {text(hasTwo ? "growth.films.keys" : "growth.films.keysOne")}
      </p>
    </section>
  );
}

const nameOf = (clips: readonly FilmClip[]) => {
  const [only] = clips;
  return clips.length === 1 && only !== undefined ? only.title : text("growth.films.both");
};

interface FilmPanelProps extends FilmSurroundings {
  readonly clip: FilmClip;
  readonly index: number;
  readonly state: FilmState | undefined;
  readonly deeds: FilmDeeds;
  readonly hasButtons: boolean;
  readonly onVideo: (video: HTMLVideoElement | null) => void;
  readonly onChange: (video: HTMLVideoElement) => void;
}

function FilmPanel(props: FilmPanelProps) {
  const { clip, index, state, deeds, hasButtons, onVideo, onChange } = props;
  const { addressOf = readAddress } = props;
  const { clipId, cycleNumber: cycle, title, captions, media } = clip;
  const { positionMs = 0, isPlaying = false, isSlow = false } = state ?? {};
  const [hasBroken, setBroken] = useState(false);
  const ask = useCallback(() => addressOf(clipId), [addressOf, clipId]);
  const { answer } = useAnswered(ask);
  const isGone = hasBroken || answer?.ok === false;
  const name = text("growth.clip", { cycle, title });
  const times = { at: clipTime(positionMs), length: clipTime(media.durationMs) };
  return (
    <div className={styles["panel"]} data-film={index}>
      <p className={styles["name"]}>{name}</p>
      <div className={styles["picture"]} style={{ "--shape": media.width / media.height }}>
        {answer?.ok === true && !isGone && (
          <video
            ref={onVideo}
            src={`/m/${answer.value.mediaId}`}
            aria-label={name}
            preload="auto"
            playsInline
            disablePictureInPicture
            onLoadedMetadata={(event) => onChange(event.currentTarget)}
            onTimeUpdate={(event) => onChange(event.currentTarget)}
            onSeeked={(event) => onChange(event.currentTarget)}
            onPlay={(event) => onChange(event.currentTarget)}
            onPause={(event) => onChange(event.currentTarget)}
            onEnded={(event) => onChange(event.currentTarget)}
            onError={() => setBroken(true)}
          />
        )}
        {isGone && <output className={styles["gone"]}>{text("growth.films.gone")}</output>}
        {!isGone && (
          <p className={styles["watermark"]} aria-hidden="true">
            {text("growth.films.watermark", { name: props.viewerName })}
          </p>
        )}
        {captions !== "" && !isGone && props.drawCaptions(captions, positionMs)}
      </div>
      <div className={styles["place"]}>
        <input
          type="range"
          className={styles["slider"]}
          min={0}
          max={Math.round(media.durationMs)}
          step={10}
          value={Math.min(Math.round(positionMs), Math.round(media.durationMs))}
          aria-label={text("growth.films.place", { title: name })}
          aria-valuetext={text("growth.films.placeAt", times)}
          onChange={(event) => deeds.seek(Number(event.target.value))}
        />
        <span className={styles["time"]} aria-hidden="true">
          {text("growth.films.placeAt", times)}
        </span>
      </div>
      {hasButtons && (
        <FilmButtons
          name={title}
          isBoth={false}
          isPlaying={isPlaying}
          isSlow={isSlow}
          deeds={deeds}
        />
      )}
    </div>
  );
}
