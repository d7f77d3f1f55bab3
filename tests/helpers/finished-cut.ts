import type { Page } from "@playwright/test";

/** One picture of a clip, as a screen shows it. */
export interface SeenPicture {
  readonly width: number;
  /** The brightness, a byte a pixel, row by row. */
  readonly values: Uint8Array;
}

/** What the browser itself makes of the clip that was cut on this device. */
export interface FinishedCut {
  /** The whole sound, first channel, at 48 kHz. */
  readonly sound: Float32Array;
  /** The pictures shown at the places asked for. */
  readonly pictures: readonly SeenPicture[];
}

/** Decodes the one finished clip in the studio's own store, and shows it at these places of it, in ms. */
export async function readFinishedCut(
  page: Page,
  placesMs: readonly number[],
): Promise<FinishedCut> {
  const found = await page.evaluate(async (places) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("cuts");
    const files: File[] = [];
    for await (const handle of folder.values()) {
      if (handle instanceof FileSystemFileHandle) files.push(await handle.getFile());
    }
    const [file] = files;
    if (file === undefined || files.length > 1) throw new Error(`${files.length} finished clips`);
    const ear = new OfflineAudioContext(1, 1, 48_000);
    const sound = (await ear.decodeAudioData(await file.arrayBuffer())).getChannelData(0);
    const video = document.createElement("video");
    const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (pen === null) throw new Error("nothing to draw on");
    const until = (name: string) =>
      new Promise((resolve) => video.addEventListener(name, resolve, { once: true }));
    const isReady = until("loadeddata");
    video.src = URL.createObjectURL(file);
    await isReady;
    // "seeked" alone can come while the picture from before is still what is drawn.
    const untilShown = (seconds: number) =>
      new Promise<void>((resolve) => {
        const look = () =>
          video.requestVideoFrameCallback((_, { mediaTime }) => {
            if (Math.abs(mediaTime - seconds) < 0.04) resolve();
            else look();
          });
        look();
      });
    const pictures = [];
    for (const atMs of places) {
      const isThere = Promise.all([until("seeked"), untilShown(atMs / 1000)]);
      video.currentTime = atMs / 1000;
      await isThere;
      const [width, height] = [video.videoWidth, video.videoHeight];
      Object.assign(pen.canvas, { width, height });
      pen.drawImage(video, 0, 0);
      const { data } = pen.getImageData(0, 0, width, height);
      pictures.push({ width, values: Array.from(data.filter((_, n) => n % 4 === 0)) });
    }
    URL.revokeObjectURL(video.src);
    return { sound: [...sound], pictures };
  }, placesMs);
  return {
    sound: Float32Array.from(found.sound),
    pictures: found.pictures.map(({ width, values }) => ({
      width,
      values: Uint8Array.from(values),
    })),
  };
}

/** A part of a picture, row by row. */
export function partOf(
  { width, values }: SeenPicture,
  part: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  },
): Uint8Array {
  return Uint8Array.from({ length: part.width * part.height }, (_, n) => {
    const row = part.y + Math.floor(n / part.width);
    return values[row * width + part.x + (n % part.width)] ?? 0;
  });
}
