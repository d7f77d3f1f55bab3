import type { Clip } from "#shared/domain/clip.ts";
import { pathOf, readAnswer, refuse } from "./api.ts";
import type { Answered } from "./api.ts";

/** An upload under way: its answer, and a way to give it up. */
export interface ClipUpload {
  readonly answer: Promise<Answered<Clip>>;
  readonly cancel: () => void;
}

/** Sends a clip's file; `onProgress` is told the fraction that has gone up, 0-1. */
export function uploadClip(
  clipId: string,
  file: File,
  onProgress: (sentFraction: number) => void,
): ClipUpload {
  // XMLHttpRequest, because fetch cannot tell how much has gone up.
  const request = new XMLHttpRequest();
  const answer = new Promise<Answered<Clip>>((resolve) => {
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      const isOk = request.status >= 200 && request.status < 300;
      resolve(readAnswer("putClipFile", isOk, parseJson(request.responseText)));
    });
    for (const ending of ["error", "abort", "timeout"] as const) {
      request.addEventListener(ending, () => resolve(refuse("offline")));
    }
  });
  request.open("PUT", pathOf("putClipFile", { clipId }));
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.send(file);
  return { answer, cancel: () => request.abort() };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null; // a proxy's page: it is read as "server-error"
  }
}
