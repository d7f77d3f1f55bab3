/**
 * The page's few soft sounds, made and not loaded. A browser lets a page sound only after a press, so
 * every first press on a way in calls `unlockSound()`.
 */
let sounding: AudioContext | null = null;

/** Lets this page make sound from now on. Call it inside the handler of a press. */
export function unlockSound(): void {
  sounding ??= new AudioContext();
  if (sounding.state === "suspended") void sounding.resume().catch(() => undefined);
}

/** Past this they would no longer belong to what they are about. */
const stillInTimeMs = 1_000;

/** Two soft notes, about a second. Silent when the browser has not been pressed yet. */
export function playTwoNotes(): void {
  sounding ??= new AudioContext();
  const audio = sounding;
  const askedAtMs = performance.now();
  // A new context starts up first; in a page never pressed, not before the first press.
  const play = () => {
    if (performance.now() - askedAtMs > stillInTimeMs) return;
    playNote(audio, 523.25, 0);
    playNote(audio, 659.25, 0.32);
  };
  audio.resume().then(play, () => undefined);
}

function playNote(audio: AudioContext, frequencyHz: number, delaySeconds: number): void {
  const startSeconds = audio.currentTime + delaySeconds;
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.type = "sine";
  tone.frequency.value = frequencyHz;
  loudness.gain.setValueAtTime(0.0001, startSeconds);
  loudness.gain.exponentialRampToValueAtTime(0.14, startSeconds + 0.04);
  loudness.gain.exponentialRampToValueAtTime(0.0001, startSeconds + 0.7);
  tone.connect(loudness).connect(audio.destination);
  tone.start(startSeconds);
  tone.stop(startSeconds + 0.75);
}
