import { describe, expect, it } from "vitest";
import { finishRecording } from "#client/features/studio/film/finish-recording.ts";
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
  const recorded = () => {
    const bytes = new Uint8Array(bytesOf("vp9"));
    return bytes.slice(0, Math.floor(bytes.length * 0.6));
  };
  const read = (film: Blob) =>
    readFilm(film, {
      onProgress: () => undefined,
      signal: new AbortController().signal,
      canDecode: () => Promise.resolve(true),
    });

  it("[CP12] becomes a film that knows its length, up to its last whole picture", async () => {
    const folder = openFolder({ "film.mp4.pieces": recorded() });

    const bytes = await finishRecording(folder, "film.mp4");
    const whole = folder.files.get("film.mp4") ?? new Uint8Array(0);
    const film = await read(new Blob([whole]));

    if (!film.ok) throw new Error(film.reason);
    expect(film.value.table.durationMs).toBeGreaterThan(2_000);
    expect(film.value.table.durationMs).toBeLessThan(5_000);
    expect(film.value.details.hasSound).toBe(true);
    expect([...folder.files.keys()]).toEqual(["film.mp4"]);
    expect(bytes).toBe(whole.length);
  });

  it("[CP10] [CP12] stays in its pieces on a device without room for both, and is made whole once there is some", async () => {
    const pieces = recorded();
    const folder = openFolder({ "film.mp4.pieces": pieces }, pieces.length + 5_000);

    expect(await finishRecording(folder, "film.mp4")).toBe(pieces.length);
    expect([...folder.files.keys()]).toEqual(["film.mp4.pieces"]);

    folder.room = Infinity;
    expect(await finishRecording(folder, "film.mp4")).toBeGreaterThan(5_000);
    expect([...folder.files.keys()]).toEqual(["film.mp4"]);
  });

  it("[CP12] of which nothing came leaves nothing behind", async () => {
    const folder = openFolder({ "film.mp4.pieces": new Uint8Array(0) });

    expect(await finishRecording(folder, "film.mp4")).toBe(0);
    expect(folder.files.size).toBe(0);
  });

  it("[CP12] of which nothing was written is said to be nothing", async () => {
    await expect(mendRecording(new Blob(["?"]), { write: () => undefined })).rejects.toThrow(
      /format/,
    );
  });
});

/** A folder of the browser's store with room for so many bytes. */
function openFolder(given: Record<string, Uint8Array<ArrayBuffer>>, room = Infinity) {
  const files = new Map(Object.entries(given));
  const folder = {
    files,
    room,
    open: (name: string) => {
      const bytes = files.get(name);
      return Promise.resolve(bytes === undefined ? null : new Blob([bytes]));
    },
    create: (name: string) => {
      files.set(name, new Uint8Array(0));
      return Promise.resolve({
        write(written: Uint8Array, at: number) {
          const before = files.get(name) ?? new Uint8Array(0);
          const next = new Uint8Array(Math.max(before.length, at + written.length));
          next.set(before);
          next.set(written, at);
          files.set(name, next);
          const used = [...files.values()].reduce((sum, { length }) => sum + length, 0);
          if (used > folder.room) throw new Error("no room on the device");
        },
        close: () => undefined,
      });
    },
    remove: (name: string) => {
      files.delete(name);
      return Promise.resolve();
    },
  };
  return folder;
}
