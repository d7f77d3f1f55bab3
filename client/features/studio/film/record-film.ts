/** Why a recording ended. `dissent`: the child said stop, in whatever way; `full`: the device has no room. */
export type RecordingEnd = "finished" | "dissent" | "full" | "camera-gone";

/** Where a recording is written, piece by piece, so that a crash costs a second at most. */
export interface RecordingFile {
  /** False when the device has no room left; what was written stays. */
  append(piece: Blob): Promise<boolean>;
  /**
   * Makes the film whole, as far as there is room: it then knows its length and can be moved about in.
   * Answers the bytes there are of it.
   */
  finish(): Promise<number>;
}

/** What is used of the browser's recorder. */
export type PieceRecorder = Pick<
  MediaRecorder,
  "start" | "stop" | "state" | "addEventListener" | "stream"
>;

/** A recording under way. */
export interface Recording {
  /** Stops at once. Only the first reason counts. */
  stop(end: RecordingEnd): void;
  /** Settles when the film is whole on the device. */
  readonly ended: Promise<{ readonly end: RecordingEnd; readonly bytes: number }>;
}

/** The most that a crash may cost. */
export const pieceEachMs = 1_000;

/** Begins to record into the file. */
export function startRecording(recorder: PieceRecorder, file: RecordingFile): Recording {
  let end: RecordingEnd | null = null;
  let written: Promise<void> = Promise.resolve();

  function stop(reason: RecordingEnd): void {
    if (end !== null) return;
    end = reason;
    if (recorder.state !== "inactive") recorder.stop();
  }

  async function append(piece: Blob): Promise<void> {
    const hadRoom = await file.append(piece).catch(() => false);
    if (!hadRoom) stop("full");
  }

  const ended = new Promise<{ end: RecordingEnd; bytes: number }>((resolve, reject) => {
    recorder.addEventListener("dataavailable", ({ data }) => {
      if (data.size > 0) written = written.then(() => append(data));
    });
    recorder.addEventListener("stop", () => {
      // The camera may be gone without anybody having stopped it.
      end ??= "camera-gone";
      const reason = end;
      written
        .then(() => file.finish())
        .then((bytes) => resolve({ end: reason, bytes }))
        .catch(reject);
    });
  });
  for (const track of recorder.stream.getVideoTracks()) {
    track.addEventListener("ended", () => stop("camera-gone"));
  }
  recorder.start(pieceEachMs);
  return { stop, ended };
}
