import type { Film } from "./open-film.ts";

/** Rates a film can be played at; the voices keep their pitch. */
export const filmRates = [0.25, 0.5, 1, 1.5, 2] as const;
export type FilmRate = (typeof filmRates)[number];

/** Shows one film: at rest the exact picture on a canvas, while it plays a video. */
export interface FilmPicture {
  /** Shows this picture and rests there; settles once it is painted, or another was asked for. */
  show(frameIndex: number): Promise<void>;
  /** Plays on from the picture shown. */
  play(rate: FilmRate): void;
  /** Rests on the picture last seen and answers its number. */
  pause(): number;
  /** Told of each picture shown, at rest and while it plays, and of the end. Answers a way to stop. */
  onFrame(listener: (frameIndex: number) => void): () => void;
  /** Told when it begins to play or comes to rest. */
  onPlaying(listener: (isPlaying: boolean) => void): () => void;
  close(): void;
}

/**
 * Shows a film on these two elements of one place: the video is seen while it plays, the canvas else.
 * A film that the video cannot play is played without sound, picture by picture.
 */
export function createFilmPicture(
  film: Film,
  canvas: HTMLCanvasElement,
  video: HTMLVideoElement,
): FilmPicture {
  const { frames } = film;
  const address = URL.createObjectURL(film.file);
  const frameListeners = new Set<(frameIndex: number) => void>();
  const playingListeners = new Set<(isPlaying: boolean) => void>();
  const pen = canvas.getContext("2d", { alpha: false });
  let frame = 0;
  /** What stops the present play; null at rest. */
  let stop: (() => void) | null = null;
  let canVideoPlay = true;
  video.preload = "auto";
  video.preservesPitch = true;
  video.playsInline = true;
  video.src = address;
  video.addEventListener("error", handleVideoError);
  showCanvas(true);

  function handleVideoError(): void {
    canVideoPlay = false;
  }

  function showCanvas(isShown: boolean): void {
    canvas.hidden = !isShown;
    video.hidden = isShown;
  }

  function tellFrame(index: number): void {
    frame = index;
    for (const listener of frameListeners) listener(index);
  }

  function tellPlaying(isPlaying: boolean): void {
    for (const listener of playingListeners) listener(isPlaying);
  }

  async function paint(index: number): Promise<void> {
    const picture = await film.picture(index);
    if (picture === null) return;
    if (index === frame) {
      if (canvas.width !== picture.width) canvas.width = picture.width;
      if (canvas.height !== picture.height) canvas.height = picture.height;
      pen?.drawImage(picture, 0, 0);
      if (stop === null) showCanvas(true);
    }
    picture.close();
  }

  function halt(): void {
    if (stop === null) return;
    stop();
    stop = null;
    tellPlaying(false);
  }

  async function show(index: number): Promise<void> {
    halt();
    tellFrame(Math.max(0, Math.min(frames.count - 1, Math.trunc(index))));
    await paint(frame);
  }

  function playVideo(rate: FilmRate): () => void {
    let isOver = false;
    let isSeen = false;
    const look = (_nowMs: number, { mediaTime }: VideoFrameCallbackMetadata) => {
      if (isOver) return;
      video.requestVideoFrameCallback(look);
      if (video.seeking) return; // a picture from before the play
      if (!isSeen) showCanvas(false);
      isSeen = true;
      tellFrame(frames.indexAt(mediaTime * 1000));
    };
    const handleEnded = () => void show(frames.count - 1);
    video.addEventListener("ended", handleEnded, { once: true });
    video.currentTime = (frames.startMs(frame) + frames.endMs(frame)) / 2000;
    video.playbackRate = rate;
    video.requestVideoFrameCallback(look);
    video.play().catch(() => {
      if (isOver) return;
      canVideoPlay = false; // it is played picture by picture instead
      stop?.();
      stop = playPictures(rate);
    });
    return () => {
      isOver = true;
      video.removeEventListener("ended", handleEnded);
      video.pause();
    };
  }

  function playPictures(rate: FilmRate): () => void {
    let isOver = false;
    const fromMs = frames.startMs(frame);
    const begunMs = performance.now();
    const step = async () => {
      const dueMs = fromMs + (performance.now() - begunMs) * rate;
      if (dueMs >= frames.durationMs) {
        await show(frames.count - 1);
        return;
      }
      const due = frames.indexAt(dueMs);
      if (due !== frame) {
        tellFrame(due);
        await paint(due);
      }
      if (!isOver) requestAnimationFrame(() => void step());
    };
    showCanvas(true);
    void step();
    return () => (isOver = true);
  }

  return {
    show,
    play(rate) {
      stop?.();
      const from = frame >= frames.count - 1 ? 0 : frame; // from its end it begins anew
      tellFrame(from);
      stop = canVideoPlay ? playVideo(rate) : playPictures(rate);
      tellPlaying(true);
    },
    pause() {
      if (stop !== null) void show(frame);
      return frame;
    },
    onFrame(listener) {
      frameListeners.add(listener);
      return () => frameListeners.delete(listener);
    },
    onPlaying(listener) {
      playingListeners.add(listener);
      return () => playingListeners.delete(listener);
    },
    close() {
      stop?.();
      stop = null;
      video.removeEventListener("error", handleVideoError);
      video.removeAttribute("src");
      video.load();
      URL.revokeObjectURL(address);
    },
  };
}
