import type { Page } from "@playwright/test";
import type { TappedWindow } from "#tests/helpers/call-tap.ts";

/** A stretch of sound, by this machine's clock. */
export interface Spell {
  readonly fromMs: number;
  toMs: number;
}

/** What an ear in a page heard, and how loud the clip was made meanwhile. */
export interface EarNotes {
  /** From the page's own microphone, before it is sent. */
  readonly own: Spell[];
  /** From everybody else, where it is played. */
  readonly others: Spell[];
  /** When this page was too busy to listen: what came then is not known. */
  readonly deaf: Spell[];
  /** Each time the clip's volume (0-1) changed, and once at the start. */
  readonly volumes: { readonly atMs: number; readonly volume: number }[];
}

interface Ear extends EarNotes {
  readonly listen: () => void;
}
type ListeningWindow = Window & { callEar?: Ear };

/** Puts an ear into a tapped page that a person has touched. Pauses shorter than this do not end a spell. */
export const openEar = (page: Page, pauseMs: number): Promise<void> =>
  page.evaluate(listenInPage, pauseMs);

/** What it has heard so far. */
export const hearEar = (page: Page): Promise<EarNotes> =>
  page.evaluate(() => {
    const ear = (window as ListeningWindow).callEar; // put there by `openEar`
    if (ear === undefined) throw new Error("No ear is open in this page.");
    ear.listen();
    const { own, others, deaf, volumes } = ear;
    return { own, others, deaf, volumes };
  });

/** The longest silence of others that was listened to between two instants, in ms. */
export function longestGapMs(
  { others, deaf }: Pick<EarNotes, "others" | "deaf">,
  { fromMs, toMs }: Spell,
): number {
  const spells = [...others, ...deaf]
    .filter((spell) => spell.toMs > fromMs && spell.fromMs < toMs)
    .toSorted((one, other) => one.fromMs - other.fromMs);
  let heardUntilMs = fromMs;
  let longestMs = 0;
  for (const spell of [...spells, { fromMs: toMs, toMs }]) {
    longestMs = Math.max(longestMs, spell.fromMs - heardUntilMs);
    heardUntilMs = Math.max(heardUntilMs, spell.toMs);
  }
  return longestMs;
}

/** Runs in the page; stands alone. Sound is judged sample by sample, so how often it is looked at does not matter. */
function listenInPage(pauseMs: number): void {
  const lookEveryMs = 60;
  const loudEnough = 0.01;
  const context = new AudioContext();
  const samples = new Float32Array(16_384); // a third of a second
  const analysers = new Map<MediaStreamTrack, AnalyserNode>();
  const ear: Ear = { own: [], others: [], deaf: [], volumes: [], listen };
  const heardUntilMs = { own: 0, others: 0 };
  (window as ListeningWindow).callEar = ear; // a place of the tests' own

  function analyserOf(track: MediaStreamTrack): AnalyserNode {
    const known = analysers.get(track);
    if (known !== undefined) return known;
    const analyser = context.createAnalyser();
    analyser.fftSize = samples.length;
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    analysers.set(track, analyser);
    return analyser;
  }

  /** The loud stretches of one track since an instant. */
  function soundOf(track: MediaStreamTrack, sinceMs: number): Spell[] {
    analyserOf(track).getFloatTimeDomainData(samples);
    const endMs = performance.timeOrigin + performance.now();
    const msEach = 1_000 / context.sampleRate;
    const spells: Spell[] = [];
    const first = Math.max(0, samples.length - Math.ceil((endMs - sinceMs) / msEach));
    for (let n = first; n < samples.length; n += 1) {
      if (Math.abs(samples[n] ?? 0) < loudEnough) continue;
      const atMs = endMs - (samples.length - 1 - n) * msEach;
      add(spells, { fromMs: atMs, toMs: atMs });
    }
    return spells;
  }

  function add(spells: Spell[], { fromMs, toMs }: Spell): void {
    const last = spells.at(-1);
    if (last === undefined || fromMs - last.toMs > pauseMs) spells.push({ fromMs, toMs });
    else last.toMs = Math.max(last.toMs, toMs);
  }

  function hear(whose: "own" | "others", tracks: readonly MediaStreamTrack[]): void {
    const sinceMs = heardUntilMs[whose];
    const nowMs = performance.timeOrigin + performance.now();
    const remembersMs = (samples.length / context.sampleRate) * 1_000;
    const isLate = sinceMs > 0 && nowMs - sinceMs > remembersMs;
    if (isLate) ear.deaf.push({ fromMs: sinceMs, toMs: nowMs - remembersMs });
    heardUntilMs[whose] = nowMs;
    const spells = tracks
      .filter(({ readyState }) => readyState === "live")
      .flatMap((track) => soundOf(track, sinceMs))
      .toSorted((one, other) => one.fromMs - other.fromMs);
    for (const spell of spells) add(ear[whose], spell);
  }

  function listen(): void {
    const { lines = [], devices = [] } = (window as TappedWindow).callTap ?? {};
    const received = lines
      .filter(({ connectionState }) => connectionState !== "closed")
      .flatMap((line) => line.getReceivers().map(({ track }) => track));
    const isVoice = ({ kind }: MediaStreamTrack) => kind === "audio";
    hear("own", devices.filter(isVoice));
    hear("others", received.filter(isVoice));
  }

  const clip = document.querySelector<HTMLVideoElement>("[data-revision] video");
  const noteVolume = () => {
    const volume = clip?.volume ?? Number.NaN;
    if (ear.volumes.at(-1)?.volume === volume) return;
    ear.volumes.push({ atMs: performance.timeOrigin + performance.now(), volume });
  };
  noteVolume();
  clip?.addEventListener("volumechange", noteVolume);
  setInterval(listen, lookEveryMs);
}
