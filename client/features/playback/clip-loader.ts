import { ownHouse } from "#client/lib/house.ts";
import type { RoomClip } from "#shared/protocol/http-api.ts";

/** How far a clip has come into memory. */
export type ClipLoading =
  | { readonly kind: "waiting" }
  | { readonly kind: "loading"; readonly receivedBytes: number; readonly totalBytes: number }
  | { readonly kind: "ready"; readonly url: string }
  | { readonly kind: "not-reached" };

/** Clips are fetched whole, one after another; after that playing, seeking and stepping make no request. */
export interface ClipLoader {
  loadingOf(clipId: string): ClipLoading;
  /** Fetches this one next. */
  prefer(clipId: string): void;
  /** The clips there are now: new ones are fetched, those that are gone are forgotten. */
  setClips(clips: readonly RoomClip[]): void;
  onChange(listener: () => void): () => void;
  close(): void;
}

const firstRetryMs = 1_000;
const lastRetryMs = 10_000;

/** Fetches the bytes of the clips with `fetchClip`, the first one first. */
export function createClipLoader(
  fetchClip: (path: string, signal: AbortSignal) => Promise<Response> = (path, signal) =>
    fetch(path, { signal, credentials: "same-origin", cache: "no-store" }),
): ClipLoader {
  const loadings = new Map<string, ClipLoading>();
  const listeners = new Set<() => void>();
  let closing = new AbortController();
  let clips: readonly RoomClip[] = [];
  let preferred: string | null = null;
  let busy = false;
  let retryMs = firstRetryMs;

  const loadingOf = (clipId: string): ClipLoading => loadings.get(clipId) ?? { kind: "waiting" };

  function set(clipId: string, loading: ClipLoading) {
    loadings.set(clipId, loading);
    for (const listener of listeners) listener();
  }

  function nextClip(): RoomClip | undefined {
    const missing = clips.filter((clip) => loadingOf(clip.clipId).kind !== "ready");
    return missing.find((clip) => clip.clipId === preferred) ?? missing[0];
  }

  async function run() {
    if (busy) return;
    busy = true;
    for (let clip = nextClip(); clip !== undefined; clip = nextClip()) {
      const url = await fetchWhole(clip);
      const isGone = !clips.includes(clip); // taken away meanwhile, or has a new address
      if (isGone && url !== null) URL.revokeObjectURL(url);
      if (isGone) continue;
      if (url === null) await pauseBeforeRetry(clip.clipId);
      else keep(clip.clipId, url);
    }
    busy = false;
  }

  function keep(clipId: string, url: string) {
    retryMs = firstRetryMs;
    set(clipId, { kind: "ready", url });
  }

  async function pauseBeforeRetry(clipId: string) {
    set(clipId, { kind: "not-reached" });
    const delayMs = retryMs;
    retryMs = Math.min(lastRetryMs, retryMs * 2);
    await new Promise((resolve) => setTimeout(resolve, delayMs));
  }

  async function fetchWhole(clip: RoomClip): Promise<string | null> {
    const totalBytes = clip.media.bytes;
    set(clip.clipId, { kind: "loading", receivedBytes: 0, totalBytes });
    try {
      const response = await fetchClip(`${ownHouse}/m/${clip.mediaId}`, closing.signal);
      if (!response.ok || response.body === null) return null;
      const parts = await readAll(response.body, (receivedBytes) =>
        set(clip.clipId, { kind: "loading", receivedBytes, totalBytes }),
      );
      const blob = new Blob(parts, { type: clip.media.mimeType });
      return blob.size === totalBytes ? URL.createObjectURL(blob) : null;
    } catch {
      return null; // the way there is gone for now; it is tried again
    }
  }

  function forget(clipId: string) {
    const loading = loadingOf(clipId);
    if (loading.kind === "ready") URL.revokeObjectURL(loading.url);
    loadings.delete(clipId);
  }

  return {
    loadingOf,
    prefer: (clipId) => {
      preferred = clipId;
    },
    setClips: (next) => {
      const stays = new Set<string>();
      for (const { clipId, media } of next) {
        const before = clips.find((clip) => clip.clipId === clipId);
        if (before?.media.clipRev === media.clipRev) stays.add(clipId);
      }
      clips = next;
      for (const clipId of loadings.keys()) if (!stays.has(clipId)) forget(clipId);
      void run();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closing.abort();
      closing = new AbortController();
      clips = [];
      for (const clipId of loadings.keys()) forget(clipId);
    },
  };
}

async function readAll(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onProgress: (receivedBytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body.getReader();
  let receivedBytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return parts;
    parts.push(value);
    receivedBytes += value.byteLength;
    onProgress(receivedBytes);
  }
}
