import { hearLevel, levelOf, noSpeech, ownMargins, theirMargins } from "#shared/call/speaking.ts";
import type { Speech } from "#shared/call/speaking.ts";

/** Who speaks, by how loud their streams are; nothing of the sound is kept. */
export interface Levels {
  /**
   * Listens to the voice in a stream; asked again after its tracks have changed. `own`: one's own
   * microphone, which counts only with echo cancellation, so that the clip's own sound is never a voice.
   */
  watch(key: string, stream: MediaStream, whose?: "own" | "theirs"): void;
  unwatch(key: string): void;
  isSpeaking(key: string): boolean;
  /** When anybody begins or stops speaking. */
  onChange(listener: () => void): () => void;
  close(): void;
}

/** What gives the loudness of a voice; the browser's audio unless given. */
export interface LevelsParts {
  readonly listen?: (voice: MediaStreamTrack) => Ear;
  readonly nowMs?: () => number;
}

/** One voice being listened to. */
export interface Ear {
  /** dB of full scale. */
  levelDb(): number;
  close(): void;
}

interface Watched {
  readonly ear: Ear;
  readonly voice: MediaStreamTrack;
  readonly isOwn: boolean;
  speech: Speech;
}

const levelEveryMs = 20;

/** Listens fifty times a second while anybody is watched, and not at all otherwise. */
export function createLevels(parts: LevelsParts = {}): Levels {
  const { nowMs = () => performance.now() } = parts;
  const sound = openSound();
  const listen = parts.listen ?? ((voice) => sound.listen(voice));
  const watched = new Map<string, Watched>();
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;

  const tell = () => {
    for (const listener of listeners) listener();
  };

  function hear() {
    let isChanged = false;
    for (const one of watched.values()) {
      const before = one.speech;
      const level = one.ear.levelDb();
      one.speech = hearLevel(before, level, nowMs(), one.isOwn ? ownMargins : theirMargins);
      isChanged ||= before.isSpeaking !== one.speech.isSpeaking;
    }
    if (isChanged) tell();
  }

  function unwatch(key: string) {
    const gone = watched.get(key);
    if (gone === undefined) return;
    gone.ear.close();
    watched.delete(key);
    if (watched.size === 0) clearInterval(timer);
    if (gone.speech.isSpeaking) tell();
  }

  return {
    watch(key, stream, whose = "theirs") {
      const [voice] = stream.getAudioTracks();
      if (voice !== undefined && watched.get(key)?.voice === voice) return;
      unwatch(key);
      const isOwn = whose === "own";
      if (voice === undefined || (isOwn && !cancelsEcho(voice))) return;
      if (watched.size === 0) timer = setInterval(hear, levelEveryMs);
      watched.set(key, { ear: listen(voice), voice, isOwn, speech: noSpeech });
    },
    unwatch,
    isSpeaking: (key) => watched.get(key)?.speech.isSpeaking ?? false,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const key of watched.keys()) unwatch(key);
      listeners.clear();
      sound.close();
    },
  };
}

function cancelsEcho(microphone: MediaStreamTrack): boolean {
  const { echoCancellation } = microphone.getSettings();
  return echoCancellation !== false && echoCancellation !== undefined;
}

/** The browser's audio: one context for all streams, asleep until the page may make and hear sound. */
function openSound() {
  let audio: AudioContext | null = null;
  const wake = () => {
    if (audio?.state === "suspended") void audio.resume().catch(() => undefined);
  };

  function open() {
    document.addEventListener("pointerdown", wake);
    document.addEventListener("keydown", wake);
    return new AudioContext();
  }

  return {
    listen(voice: MediaStreamTrack): Ear {
      audio ??= open();
      wake();
      const analyser = audio.createAnalyser();
      analyser.fftSize = 1024; // 21 ms: no more than from one level to the next
      const samples = new Float32Array(analyser.fftSize);
      const source = audio.createMediaStreamSource(new MediaStream([voice]));
      source.connect(analyser);
      return {
        levelDb() {
          analyser.getFloatTimeDomainData(samples);
          return levelOf(samples);
        },
        close: () => source.disconnect(),
      };
    },
    close() {
      if (audio === null) return;
      document.removeEventListener("pointerdown", wake);
      document.removeEventListener("keydown", wake);
      void audio.close();
      audio = null;
    },
  };
}
