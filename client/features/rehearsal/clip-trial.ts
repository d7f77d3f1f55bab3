import type { RoomClip } from "#shared/protocol/http-api.ts";
import type { ClipOutcome } from "./findings.ts";

const pictureWaitMs = 10_000;
/** The loudest moment of a sound nobody hears: about -50 dB. */
const quietPeak = 0.003;

/** A clip that was fetched with the practitioner's rights, in memory as in the room. */
export interface TriedClip {
  readonly clipId: string;
  readonly title: string;
  readonly hasSound: boolean;
  readonly blob: Blob;
}

/** Fetches the whole clip from this house and has its first picture decoded. */
export async function tryClip(
  house: string,
  { mediaId, media, clipId, title }: RoomClip,
): Promise<{ readonly outcome: ClipOutcome; readonly clip: TriedClip | null }> {
  const fetched = await fetch(`${house}/m/${mediaId}`, {
    credentials: "same-origin",
    cache: "no-store",
  })
    .then(async (response) => (response.ok ? await response.arrayBuffer() : null))
    .catch(() => null); // the line: said as such
  if (fetched?.byteLength !== media.bytes) return { outcome: "not-fetched", clip: null };
  const blob = new Blob([fetched], { type: media.mimeType });
  const clip = { clipId, title, hasSound: media.hasSound, blob };
  return { outcome: (await showsPicture(blob)) ? "good" : "not-shown", clip };
}

async function showsPicture(blob: Blob): Promise<boolean> {
  return await withVideo(
    blob,
    (video) =>
      new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), pictureWaitMs);
        const end = (shows: boolean) => {
          clearTimeout(timer);
          resolve(shows);
        };
        video.addEventListener("loadeddata", () => end(video.videoWidth > 0), { once: true });
        video.addEventListener("error", () => end(false), { once: true });
        video.preload = "auto";
        video.muted = true;
        video.load();
      }),
  );
}

/** How a clip sounds: with something to be heard, with nothing, or not played at all. */
export type SoundOutcome = "good" | "quiet" | "attention";

/** Plays the first seconds aloud, and looks whether there is anything to be heard in the clip. */
export async function trySound({ blob }: TriedClip): Promise<SoundOutcome> {
  const [hasPlayed, peak] = await Promise.all([playAloud(blob), loudestOf(blob)]);
  if (!hasPlayed || peak === null) return "attention";
  return peak > quietPeak ? "good" : "quiet";
}

const aloudMs = 3_000;

async function playAloud(blob: Blob): Promise<boolean> {
  return await withVideo(blob, async (video) => {
    const hasBegun = await video.play().then(
      () => true,
      () => false, // this browser does not let it, or cannot
    );
    if (hasBegun) {
      await new Promise<void>((resolve) => {
        video.addEventListener("ended", () => resolve(), { once: true });
        setTimeout(resolve, aloudMs);
      });
    }
    return hasBegun;
  });
}

async function loudestOf(blob: Blob): Promise<number | null> {
  const context = new OfflineAudioContext(1, 1, 48_000);
  const sound = await context.decodeAudioData(await blob.arrayBuffer()).catch(() => null); // no sound it can read
  if (sound === null) return null;
  let peak = 0;
  for (const sample of sound.getChannelData(0)) peak = Math.max(peak, Math.abs(sample));
  return peak;
}

async function withVideo<Value>(
  blob: Blob,
  work: (video: HTMLVideoElement) => Promise<Value>,
): Promise<Value> {
  const url = URL.createObjectURL(blob);
  const video = document.createElement("video");
  video.src = url;
  try {
    return await work(video);
  } finally {
    video.pause();
    video.removeAttribute("src");
    video.load();
    URL.revokeObjectURL(url);
  }
}
