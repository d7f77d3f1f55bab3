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

/** Two soft notes, about a second. Silent when the browser has not been pressed yet. */
export function playTwoNotes(): void {
  unlockSound();
  if (sounding === null || sounding.state !== "running") return;
  playNote(sounding, 523.25, 0);
  playNote(sounding, 659.25, 0.32);
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
