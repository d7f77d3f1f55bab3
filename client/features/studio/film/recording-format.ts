import { pieceEachMs } from "./record-film.ts";

/** How a film is recorded: what the browser is asked for, and what the file will be. */
export interface RecordingFormat {
  readonly mimeType: string;
  readonly ending: "mp4" | "webm";
}

const formats: readonly RecordingFormat[] = [
  { mimeType: "video/mp4;codecs=avc1.42E01E,mp4a.40.2", ending: "mp4" },
  { mimeType: "video/mp4;codecs=avc1.42E01E,opus", ending: "mp4" },
  { mimeType: "video/webm;codecs=vp8,opus", ending: "webm" },
];

/** The first of our formats that this browser can record; null when it can record none. */
export function recordingFormat(canRecord: (mimeType: string) => boolean): RecordingFormat | null {
  return formats.find(({ mimeType }) => canRecord(mimeType)) ?? null;
}

/** Enough for faces at 720p. */
export const recordedBitsPerSecond = { picture: 4_000_000, sound: 128_000 } as const;

/** Not every browser has it, nor do the compiler's types. */
interface RecorderOptions extends MediaRecorderOptions {
  readonly videoKeyFrameIntervalDuration: number;
}

/**
 * What the recorder is asked for. It hands MP4 out from key picture to key picture: one a second, so that
 * no more than that is ever only in its memory.
 */
export function recorderOptions({ mimeType }: RecordingFormat): RecorderOptions {
  return {
    mimeType,
    videoBitsPerSecond: recordedBitsPerSecond.picture,
    audioBitsPerSecond: recordedBitsPerSecond.sound,
    videoKeyFrameIntervalDuration: pieceEachMs,
  };
}

/** How long can be recorded into so many bytes. */
export function recordableMs(bytes: number): number {
  const { picture, sound } = recordedBitsPerSecond;
  return (bytes * 8 * 1000) / (picture + sound);
}
