import { useCallback, useEffect, useRef, useState } from "react";
import { soundLevel } from "./sound-level.ts";

/** A try-out of camera and microphone: nothing is sent or kept. */
export type DeviceTryOut =
  | { readonly state: "off" }
  | { readonly state: "opening" }
  | { readonly state: "on"; readonly stream: MediaStream; readonly hasPicture: boolean }
  | { readonly state: "refused"; readonly why: "denied" | "none" };

/** Opens the camera and microphone on request, and closes both when asked or when the page is left. */
export function useDeviceCheck() {
  const [tryOut, setTryOut] = useState<DeviceTryOut>({ state: "off" });
  const streamRef = useRef<MediaStream | null>(null);

  const close = useCallback(() => {
    for (const track of streamRef.current?.getTracks() ?? []) track.stop();
    streamRef.current = null;
  }, []);
  useEffect(() => close, [close]);

  const stop = useCallback(() => {
    close();
    setTryOut({ state: "off" });
  }, [close]);

  const start = useCallback(async () => {
    setTryOut({ state: "opening" });
    const opened = await openDevices();
    if (opened.state === "on") streamRef.current = opened.stream;
    setTryOut(opened);
  }, []);

  return { tryOut, start, stop };
}

/** The microphone's level, 0-1, about ten times a second. */
export function useMicrophoneLevel(stream: MediaStream): number {
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

async function openDevices(): Promise<DeviceTryOut> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    return { state: "on", stream, hasPicture: true };
  } catch (cause) {
    if (isNotFound(cause)) return openMicrophone();
    return { state: "refused", why: "denied" };
  }
}

async function openMicrophone(): Promise<DeviceTryOut> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    return { state: "on", stream, hasPicture: false };
  } catch (cause) {
    return { state: "refused", why: isNotFound(cause) ? "none" : "denied" };
  }
}

function isNotFound(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === "NotFoundError";
}
