/**
 * The witness in a page. It goes in before the page's own scripts, reads the pixels of every video that
 * comes, and keeps its own notes; nothing of it asks the page's code. Times are the page's monotonic
 * clock, in ms. The function is sent to the page as text, so it stands alone.
 */

/** What the witness is told. */
export interface WitnessOptions {
  /** By how much this page's wall clock shall be wrong. */
  readonly wallClockOffMs: number;
  readonly barcode: {
    readonly width: number;
    readonly height: number;
    readonly block: number;
    readonly y: number;
  };
  /** The words that claim that both are paused on the same frame. */
  readonly claimWords: string;
}

/** One picture as it was presented: the brightness of its sixteen blocks. */
export interface RawPicture {
  readonly dueAtLocalMs: number;
  readonly presentedCount: number;
  readonly blocks: readonly number[];
}

/** Something that happened, by the page's own clock. */
export interface RawEvent {
  readonly atLocalMs: number;
  readonly kind: string;
}

/** The notes about one video. */
export interface RawVideo {
  pictures: RawPicture[];
  readonly events: RawEvent[];
}

/** The witness as it stands in `window`. */
export interface PageWitness {
  readonly videos: RawVideo[];
  readonly presses: RawEvent[];
  /** `made` and `gone`. */
  readonly claims: RawEvent[];
  /** Wall clock minus monotonic clock at many ticks of the true wall clock. */
  readonly clockOffsetsMs: () => number[];
  /** For how long this video has shown the same picture. */
  readonly stillForMs: (which: number) => number;
  readonly isClaimMade: () => boolean;
  /** Keeps the present picture and claim and drops what was before. */
  readonly forget: () => void;
}

/** A page in which a witness stands. */
export type WitnessedWindow = Window & { benchWitness?: PageWitness };

/** Runs in the page; stands alone. */
export function standInPage({ wallClockOffMs, barcode, claimWords }: WitnessOptions): void {
  const TrueDate = Date;
  const trueNowMs = () => TrueDate.now();
  const falseNowMs = () => TrueDate.now() + wallClockOffMs;
  if (wallClockOffMs !== 0) {
    globalThis.Date = new Proxy(TrueDate, {
      construct: (target, given: unknown[]) =>
        Reflect.construct(target, given.length === 0 ? [falseNowMs()] : given) as Date, // what it constructs
      get: (target, name): unknown => (name === "now" ? falseNowMs : Reflect.get(target, name)),
    });
  }

  const videos: RawVideo[] = [];
  const presses: RawEvent[] = [];
  const claims: RawEvent[] = [];
  const known = new WeakSet<HTMLVideoElement>();
  const changedAtMs = new Map<RawVideo, number>();

  const watch = (video: HTMLVideoElement) => {
    const notes: RawVideo = { pictures: [], events: [] };
    videos.push(notes);
    const canvas = document.createElement("canvas");
    canvas.width = barcode.width;
    canvas.height = 1;
    const context = canvas.getContext("2d", { willReadFrequently: true, alpha: false });
    const notePicture = (_nowMs: number, shown: VideoFrameCallbackMetadata) => {
      video.requestVideoFrameCallback(notePicture);
      if (context === null) return;
      const { videoWidth, videoHeight } = video;
      const y = (barcode.y * videoHeight) / barcode.height;
      const rowHeight = Math.max(1, videoHeight / barcode.height);
      context.drawImage(video, 0, y, videoWidth, rowHeight, 0, 0, barcode.width, 1);
      const { data } = context.getImageData(0, 0, barcode.width, 1);
      const blocks = Array.from(
        { length: barcode.width / barcode.block },
        (_, n) => data[(n + 0.5) * barcode.block * 4] ?? 0,
      );
      const before = notes.pictures.at(-1)?.blocks;
      const isNew =
        before === undefined || blocks.some((value, n) => value > 125 !== (before[n] ?? 0) > 125);
      if (isNew) changedAtMs.set(notes, performance.now());
      notes.pictures.push({
        dueAtLocalMs: shown.expectedDisplayTime,
        presentedCount: shown.presentedFrames,
        blocks,
      });
    };
    video.requestVideoFrameCallback(notePicture);
    for (const kind of ["seeking", "play", "pause", "ratechange", "waiting"]) {
      video.addEventListener(kind, () => notes.events.push({ atLocalMs: performance.now(), kind }));
    }
  };

  // What is announced to readers of the screen is no claim that can be seen.
  const claim = `//*[text()="${claimWords}" and not(ancestor::*[contains(@class, "visually-hidden")])]`;
  const isClaimMade = () =>
    document.evaluate(claim, document, null, XPathResult.ANY_UNORDERED_NODE_TYPE)
      .singleNodeValue !== null;
  const look = () => {
    for (const video of document.querySelectorAll("video")) {
      if (known.has(video) || video.autoplay) continue; // faces play by themselves, a film never does
      known.add(video);
      watch(video);
    }
    const kind = isClaimMade() ? "made" : "gone";
    if (claims.at(-1)?.kind !== kind) claims.push({ atLocalMs: performance.now(), kind });
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  window.addEventListener(
    "keydown",
    (event) => presses.push({ atLocalMs: event.timeStamp, kind: event.key }),
    { capture: true },
  );

  const clockOffsetsMs = () => {
    const offsets: number[] = [];
    let tickMs = trueNowMs();
    while (offsets.length < 24) {
      const wallMs = trueNowMs();
      const localMs = performance.now();
      if (wallMs !== tickMs) offsets.push(wallMs - localMs);
      tickMs = wallMs;
    }
    return offsets;
  };

  const witness: PageWitness = {
    videos,
    presses,
    claims,
    clockOffsetsMs,
    isClaimMade,
    stillForMs: (which) => {
      const notes = videos.at(which);
      return notes === undefined ? 0 : performance.now() - (changedAtMs.get(notes) ?? 0);
    },
    forget: () => {
      presses.length = 0;
      claims.splice(0, claims.length - 1);
      for (const notes of videos) {
        notes.pictures = notes.pictures.slice(-1);
        notes.events.length = 0;
      }
    },
  };
  (window as WitnessedWindow).benchWitness = witness; // a place of the benchmark's own
}
