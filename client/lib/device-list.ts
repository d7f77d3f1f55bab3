import type { Media } from "./device-opening.ts";

/** A device to choose. Until one has been allowed a browser names none. */
export interface ListedDevice {
  readonly kind: "microphone" | "camera" | "speaker";
  readonly deviceId: string;
  readonly name: string;
}

const kinds = { audioinput: "microphone", videoinput: "camera", audiooutput: "speaker" } as const;

/** Some browsers list their own choice as devices too; that is what choosing none means here. */
const browserChoices = new Set(["", "default", "communications"]);

/** The devices of this browser that can be chosen by name. */
export async function listDevices(media: Media | null): Promise<readonly ListedDevice[]> {
  const found = (await media?.enumerateDevices()) ?? [];
  return found
    .filter(({ deviceId }) => !browserChoices.has(deviceId))
    .map(({ kind, deviceId, label }) => ({ kind: kinds[kind], deviceId, name: label }));
}
