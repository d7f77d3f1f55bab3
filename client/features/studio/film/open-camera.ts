import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";

/** A camera that runs; without sound when the microphone was not allowed or is not there. */
export interface Camera {
  readonly stream: MediaStream;
  readonly hasSound: boolean;
}

/** Why there is no camera; `film.camera.<reason>` says it. */
export type CameraRefusal = "not-allowed" | "no-camera" | "in-use";

/** As a film is looked at later: more would only fill the device. Phones film with the camera at their back. */
const picture = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
  facingMode: { ideal: "environment" },
} as const;

/** Starts the camera, with sound where that may be. */
export async function openCamera(
  devices: Pick<MediaDevices, "getUserMedia">,
): Promise<Result<Camera, CameraRefusal>> {
  for (const hasSound of [true, false]) {
    try {
      const stream = await devices.getUserMedia({ video: picture, audio: hasSound });
      return ok({ stream, hasSound });
    } catch (error) {
      if (!hasSound) return fail(refusalOf(error));
    }
  }
  return fail("no-camera");
}

function refusalOf(error: unknown): CameraRefusal {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "not-allowed";
  return name === "NotReadableError" || name === "AbortError" ? "in-use" : "no-camera";
}

/** Stops the camera and its light. */
export function closeCamera({ stream }: Camera): void {
  for (const track of stream.getTracks()) track.stop();
}
