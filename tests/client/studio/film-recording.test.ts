import { describe, expect, it } from "vitest";
import { mendRecording } from "#client/features/studio/film/mend-recording.ts";
import { openCamera } from "#client/features/studio/film/open-camera.ts";
import { readFilm } from "#client/features/studio/film/read-film.ts";
import { pieceEachMs, startRecording } from "#client/features/studio/film/record-film.ts";
import type { PieceRecorder, RecordingFile } from "#client/features/studio/film/record-film.ts";
import { recorderOptions, recordingFormat } from "#client/features/studio/film/recording-format.ts";
import { readFilm as bytesOf } from "#tests/helpers/films.ts";

/** A camera and a recorder that do what they are told. */
class StandInRecorder extends EventTarget {
  state: RecordingState = "inactive";
  eachMs = 0;
  readonly track = new EventTarget();
  readonly stream = { getVideoTracks: () => [this.track] };
  start(eachMs: number): void {
    this.state = "recording";
    this.eachMs = eachMs;
  }
  give(words: string): void {
    this.dispatchEvent(Object.assign(new Event("dataavailable"), { data: new Blob([words]) }));
  }
  stop(): void {
    this.state = "inactive";
    this.give("the last piece");
    this.dispatchEvent(new Event("stop"));
  }
}

function record(roomFor = Infinity) {
  const written: string[] = [];
  const file: RecordingFile = {
    async append(piece) {
      if (written.length >= roomFor) return false;
      written.push(await piece.text());
      return true;
    },
    finish: () => Promise.resolve(written.join("").length),
  };
  const recorder = new StandInRecorder();
  // It has what a recording uses of a recorder.
  const recording = startRecording(recorder as unknown as PieceRecorder, file);
  return { recorder, recording, written };
}

type Asked = Parameters<MediaDevices["getUserMedia"]>[0];

describe("a recording", () => {
  it("[CP10] is written second by second, and nothing of it is lost when it is stopped", async () => {
    const { recorder, recording, written } = record();
    recorder.give("one ");
    recorder.give("two ");
    recording.stop("finished");

    const { end } = await recording.ended;

    expect(recorder.eachMs).toBe(pieceEachMs);
    expect(pieceEachMs).toBeLessThanOrEqual(1_000);
    expect(end).toBe("finished");
    expect(written).toEqual(["one ", "two ", "the last piece"]);
  });

  it("[CP11] stops at once when the child says stop, whatever else is pressed after", async () => {
    const { recorder, recording } = record();

    recording.stop("dissent");
    expect(recorder.state).toBe("inactive");
    recording.stop("finished");

    expect((await recording.ended).end).toBe("dissent");
  });

  it("[CP10] stops when the device is full or the camera goes, and keeps what there is", async () => {
    const full = record(1);
    full.recorder.give("one ");
    full.recorder.give("two ");
    const unplugged = record();
    unplugged.recorder.give("one ");
    unplugged.recorder.track.dispatchEvent(new Event("ended"));

    expect(await full.recording.ended).toEqual({ end: "full", bytes: 4 });
    expect((await unplugged.recording.ended).end).toBe("camera-gone");
  });

  it("[CP10] takes H.264 where the browser can, VP8 where it cannot, and says when it can neither", () => {
    expect(recordingFormat((type) => type.includes("mp4a"))?.ending).toBe("mp4");
    expect(recordingFormat((type) => type.includes("webm"))?.ending).toBe("webm");
    expect(recordingFormat(() => false)).toBeNull();
  });

  it("[CP10] has a key picture each second: MP4 comes out of the recorder from one to the next", () => {
    const options = recorderOptions({ mimeType: "video/mp4", ending: "mp4" });

    expect(options.videoKeyFrameIntervalDuration).toBeLessThanOrEqual(1_000);
  });
});

describe("the camera", () => {
  it("[CP10] films without sound when the microphone is not allowed", async () => {
    const stream = {} as MediaStream; // nobody looks into it
    const getUserMedia = (asked: Asked) =>
      asked?.audio === true
        ? Promise.reject(new DOMException("no", "NotAllowedError"))
        : Promise.resolve(stream);

    expect(await openCamera({ getUserMedia })).toEqual({
      ok: true,
      value: { stream, hasSound: false },
    });
  });

  it.each([
    ["NotAllowedError", "not-allowed"],
    ["NotFoundError", "no-camera"],
    ["NotReadableError", "in-use"],
  ])("[CP10] says why there is none: %s", async (name, reason) => {
    const getUserMedia = () => Promise.reject(new DOMException("no", name));

    expect(await openCamera({ getUserMedia })).toEqual({ ok: false, reason });
  });
});

describe("a recording that a crash broke off", () => {
  it("[CP12] becomes a film that knows its length, up to its last whole picture", async () => {
    const bytes = new Uint8Array(bytesOf("vp9"));
    const pieces = new Blob([bytes.subarray(0, Math.floor(bytes.length * 0.6))]);
    let whole = new Uint8Array(0);
    const file = {
      write(written: Uint8Array, at: number) {
        const next = new Uint8Array(Math.max(whole.length, at + written.length));
        next.set(whole);
        next.set(written, at);
        whole = next;
      },
    };

    await mendRecording(pieces, file);
    const film = await readFilm(new Blob([whole]), {
      onProgress: () => undefined,
      signal: new AbortController().signal,
      canDecode: () => Promise.resolve(true),
    });

    if (!film.ok) throw new Error(film.reason);
    expect(film.value.table.durationMs).toBeGreaterThan(2_000);
    expect(film.value.table.durationMs).toBeLessThan(5_000);
    expect(film.value.details.hasSound).toBe(true);
  });

  it("[CP12] of which nothing was written is said to be nothing", async () => {
    await expect(mendRecording(new Blob(["?"]), { write: () => undefined })).rejects.toThrow(
      /format/,
    );
  });
});
