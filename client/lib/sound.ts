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

/** Two soft notes, about a second, by a chosen speaker if one is named. Silent in a page never pressed yet. */
export function playTwoNotes(speakerId: string | null = null): void {
  sounding ??= new AudioContext();
  const audio = sounding;
  const askedAtMs = performance.now();
  // A new context starts up first; in a page never pressed, not before the first press.
  const play = () => {
    if (performance.now() - askedAtMs > stillInTimeMs) return;
    const speaker = speakerId === null ? audio.destination : speakerOf(audio, speakerId);
    playNote(audio, speaker, { frequencyHz: 523.25, delaySeconds: 0 });
    playNote(audio, speaker, { frequencyHz: 659.25, delaySeconds: 0.32 });
  };
  audio.resume().then(play, () => undefined);
}

/** A way to one speaker: only an element can be given one, in every browser that can at all. */
function speakerOf(audio: AudioContext, speakerId: string): AudioNode {
  const way = audio.createMediaStreamDestination();
  const element = new Audio();
  element.srcObject = way.stream;
  // A speaker that is gone is no reason for silence: then the browser's own is heard.
  void Promise.resolve(element.setSinkId?.(speakerId))
    .catch(() => undefined)
    .then(() => element.play());
  return way;
}

interface Note {
  readonly frequencyHz: number;
  readonly delaySeconds: number;
}

function playNote(audio: AudioContext, speaker: AudioNode, note: Note): void {
  const { frequencyHz, delaySeconds } = note;
  const startSeconds = audio.currentTime + delaySeconds;
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.type = "sine";
  tone.frequency.value = frequencyHz;
  loudness.gain.setValueAtTime(0.0001, startSeconds);
  loudness.gain.exponentialRampToValueAtTime(0.14, startSeconds + 0.04);
  loudness.gain.exponentialRampToValueAtTime(0.0001, startSeconds + 0.7);
  tone.connect(loudness).connect(speaker);
  tone.start(startSeconds);
  tone.stop(startSeconds + 0.75);
}
