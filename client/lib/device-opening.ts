import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";

/** What gives something to be sent. */
export type SentKind = "microphone" | "camera";

/** Why a device did not open: refused by the person, not there, or used by something else. */
export type OpeningTrouble = "denied" | "none" | "busy";

/** The part of `navigator.mediaDevices` that is used. */
export type Media = Pick<
  MediaDevices,
  "getUserMedia" | "enumerateDevices" | "addEventListener" | "removeEventListener"
>;

/** An open device, or why not. */
export type OpenedDevice = Result<MediaStreamTrack, OpeningTrouble>;

/** Asks the browser for one device: the given one if it is still there, else whatever it takes. */
export type OpenDevice = (kind: SentKind, deviceId: string | null) => Promise<OpenedDevice>;

interface AskedDevice {
  readonly kind: SentKind;
  readonly deviceId: string | null;
}
interface Wish extends AskedDevice {
  readonly settle: (opened: OpenedDevice | Promise<OpenedDevice>) => void;
}

/** The devices of this browser; null on a page that is not secure, which has none. */
export function browserMedia(): Media | null {
  return "mediaDevices" in navigator ? navigator.mediaDevices : null;
}

/** Opens devices. Both wished for at one time are asked for in one question of the browser. */
export function createDeviceOpener(media: Media | null): OpenDevice {
  let wishes: readonly Wish[] = [];

  async function askForAll() {
    const wished = wishes;
    wishes = [];
    const tracks = wished.length > 1 ? await openTogether(media, wished) : [];
    for (const wish of wished) {
      const track = tracks.find(({ kind }) => kind === trackKinds[wish.kind]);
      wish.settle(track === undefined ? openAlone(media, wish) : ok(track));
    }
  }

  return (kind, deviceId) =>
    new Promise((settle) => {
      wishes = [...wishes, { kind, deviceId, settle }];
      if (wishes.length === 1) queueMicrotask(() => void askForAll());
    });
}

const trackKinds = { microphone: "audio", camera: "video" } as const;

const constraints = {
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  camera: { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 20, max: 30 } },
} as const;

function asked({ kind, deviceId }: AskedDevice): MediaStreamConstraints {
  const wanted = deviceId === null ? {} : { deviceId: { exact: deviceId } };
  return { [trackKinds[kind]]: { ...constraints[kind], ...wanted } };
}

/** Nothing when not all could be opened in one go: then each is asked for by itself. */
async function openTogether(media: Media | null, wished: readonly AskedDevice[]) {
  try {
    const inOne = wished.map(asked).reduce((whole, part) => ({ ...whole, ...part }));
    const stream = await media?.getUserMedia(inOne);
    return stream?.getTracks() ?? [];
  } catch {
    return [];
  }
}

async function openAlone(media: Media | null, wish: AskedDevice): Promise<OpenedDevice> {
  const opened = await openAsked(media, wish);
  const mayTakeAnother = wish.deviceId !== null && !opened.ok && opened.reason !== "denied";
  return mayTakeAnother ? openAsked(media, { kind: wish.kind, deviceId: null }) : opened;
}

async function openAsked(media: Media | null, wish: AskedDevice): Promise<OpenedDevice> {
  if (media === null) return fail("none");
  try {
    const [track] = (await media.getUserMedia(asked(wish))).getTracks();
    return track === undefined ? fail("none") : ok(track);
  } catch (cause) {
    return fail(troubleOf(cause));
  }
}

function troubleOf(cause: unknown): OpeningTrouble {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "none" : "busy";
}
