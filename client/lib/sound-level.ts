import { useEffect, useState } from "react";

/** Loudness of a stretch of sound (samples from -1 to 1) as 0-1, stretched so that speech fills the bar. */
export function soundLevel(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  let sumOfSquares = 0;
  for (const sample of samples) sumOfSquares += sample * sample;
  const loudness = Math.sqrt(sumOfSquares / samples.length);
  return Math.min(1, Math.sqrt(loudness * 4));
}

/** Above this the microphone clearly hears somebody. */
export const heardLevel = 0.3;

/** The level of a stream's sound, 0-1, about ten times a second; 0 where it has none. */
export function useSoundLevel(stream: MediaStream): number {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (stream.getAudioTracks().length === 0) return undefined;
    const audio = new AudioContext();
    const analyser = audio.createAnalyser();
    analyser.fftSize = 1024;
    audio.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      setLevel(soundLevel(samples));
    }, 100);
    return () => {
      clearInterval(timer);
      void audio.close();
    };
  }, [stream]);
  return level;
}
