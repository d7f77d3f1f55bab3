import type { DetailedError, Upload } from "tus-js-client";
import type { Clip } from "#shared/domain/clip.ts";
import { clipDigestHeader, uploadPath } from "#shared/protocol/clip-uploads.ts";
import { readAnswer, refuse } from "./api.ts";
import type { Answered } from "./api.ts";

/** An upload under way: its answer, and two ways to end it before that. */
export interface ClipUpload {
  readonly answer: Promise<Answered<Clip>>;
  /** Gives it up: what has gone up is taken away from the server. */
  readonly cancel: () => void;
  /** Stops here, because the page goes; the next upload of the same file goes on from there. */
  readonly leave: () => void;
}

/** Nearly three minutes without a byte coming through; each byte that does starts them anew. */
const retryDelaysMs = [500, 1000, 2000, 4000, 8000, 15_000, 15_000, 30_000, 30_000, 60_000];

/**
 * Sends a clip's file piece by piece, over weak lines too. Where it goes on is the server's to say, so that a
 * page that was loaded again needs to remember nothing. `onProgress` is told the fraction that has gone up,
 * 0-1, and whether it waits for the line now.
 */
export function uploadClip(
  clipId: string,
  file: File,
  onProgress: (sentFraction: number, isWaiting: boolean) => void,
): ClipUpload {
  let isOver = false;
  let stop = (_isGivenUp: boolean): void => undefined;
  let settle = (_answer: Answered<Clip>): void => undefined;
  const answer = new Promise<Answered<Clip>>((resolve) => {
    settle = (answered) => {
      isOver = true;
      resolve(answered);
    };
  });
  makeUpload(clipId, file, { onProgress, settle }).then(
    (upload) => {
      if (isOver) return;
      upload.start();
      // When the line is gone too, the server takes it away by itself after a day.
      stop = (isGivenUp) => void upload.abort(isGivenUp).catch(() => undefined);
    },
    // The file is not there any more, or a part of the page did not load.
    (error: unknown) =>
      settle(refuse(error instanceof DOMException ? "clip-incomplete" : "offline")),
  );
  const end = (isGivenUp: boolean) => {
    stop(isGivenUp);
    settle(refuse("offline"));
  };
  return { answer, cancel: () => end(true), leave: () => end(false) };
}

/** The upload made ready: it begins, or goes on, when it is started. */
async function makeUpload(
  clipId: string,
  file: File,
  told: {
    readonly onProgress: (sentFraction: number, isWaiting: boolean) => void;
    readonly settle: (answer: Answered<Clip>) => void;
  },
): Promise<Upload> {
  const [tus, digest] = await Promise.all([import("tus-js-client"), digestOf(file)]);
  const address = uploadPath.replace(":clipId", encodeURIComponent(clipId));
  let fraction = 0;
  return new tus.Upload(file, {
    endpoint: address,
    uploadUrl: address,
    headers: { [clipDigestHeader]: digest },
    storeFingerprintForResuming: false,
    retryDelays: retryDelaysMs,
    onShouldRetry: (error) => {
      const isWorthwhile = isLineBroken(error);
      if (isWorthwhile) told.onProgress(fraction, true);
      return isWorthwhile;
    },
    onProgress: (sent, total) => {
      fraction = sent / total;
      told.onProgress(fraction, false);
    },
    onSuccess: ({ lastResponse }) => told.settle(readBody(true, lastResponse.getBody())),
    onError: (error) => {
      const response = "originalResponse" in error ? error.originalResponse : null;
      told.settle(
        response === null
          ? refuse("offline")
          : readBody(isOk(response.getStatus()), response.getBody()),
      );
    },
  });
}

/** No answer, or one that is none of ours or says that something stopped: the server says where to go on. */
function isLineBroken({ originalResponse: response }: DetailedError): boolean {
  if (response === null) return true;
  const answer = readBody(isOk(response.getStatus()), response.getBody());
  return !answer.ok && answer.reason === "server-error";
}

function readBody(isAccepted: boolean, body: string): Answered<Clip> {
  return readAnswer("putClipFile", isAccepted, parseJson(body));
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}

/** The SHA-256 of a file, hex: by it the server knows which file it has begun to take in. */
async function digestOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null; // a proxy's page, or words of the protocol: it is read as "server-error"
  }
}
