import { useCallback, useEffect, useRef, useState } from "react";
import { listDevices } from "#client/lib/device-list.ts";
import type { ListedDevice } from "#client/lib/device-list.ts";
import { browserMedia, createDeviceOpener } from "#client/lib/device-opening.ts";
import type { OpeningTrouble } from "#client/lib/device-opening.ts";
import { keepJoiningChoice, plainChoice, readJoiningChoice } from "#client/lib/joining-choice.ts";
import type { JoiningChoice } from "#client/lib/joining-choice.ts";

/** A try-out of camera and microphone: nothing is sent or kept. */
export type DeviceTryOut =
  | { readonly state: "off" }
  | { readonly state: "opening" }
  | { readonly state: "on"; readonly stream: MediaStream; readonly shows: Shown }
  | { readonly state: "refused"; readonly why: OpeningTrouble };

/** What of it works. */
export type Shown = "both" | "sound" | "picture";

/** Opens what the choice says on request, and closes it when asked, changed or left. */
export function useDeviceCheck() {
  const [tryOut, setTryOut] = useState<DeviceTryOut>({ state: "off" });
  const [devices, setDevices] = useState<readonly ListedDevice[]>([]);
  const [choice, setChoice] = useState(() => readJoiningChoice() ?? plainChoice);
  const streamRef = useRef<MediaStream | null>(null);
  /** Counts the try-outs: what opens for an earlier one is closed at once. */
  const roundRef = useRef(0);

  const close = useCallback(() => {
    roundRef.current += 1;
    for (const track of streamRef.current?.getTracks() ?? []) track.stop();
    streamRef.current = null;
  }, []);
  useEffect(() => close, [close]);

  const stop = useCallback(() => {
    close();
    setTryOut({ state: "off" });
  }, [close]);

  const start = useCallback(
    async (wanted: JoiningChoice) => {
      close();
      const round = roundRef.current;
      // While another device opens what is shown stays, so that nothing jumps.
      setTryOut((shown) => (shown.state === "on" ? shown : { state: "opening" }));
      const open = createDeviceOpener(browserMedia());
      const [sound, picture] = await Promise.all([
        open("microphone", wanted.microphoneId),
        wanted.camera ? open("camera", wanted.cameraId) : null,
      ]);
      const tracks = [sound, picture].flatMap((opened) =>
        opened?.ok === true ? opened.value : [],
      );
      if (round !== roundRef.current) {
        for (const track of tracks) track.stop();
        return;
      }
      const stream = new MediaStream(tracks);
      streamRef.current = stream;
      const shows = tracks.length === 2 ? "both" : sound.ok ? "sound" : "picture";
      if (sound.ok || tracks.length > 0) setTryOut({ state: "on", stream, shows });
      else setTryOut({ state: "refused", why: sound.reason });
      // Browsers tell the names of devices once one has been allowed.
      setDevices(await listDevices(browserMedia()));
    },
    [close],
  );

  function change(changed: Partial<JoiningChoice>) {
    const wanted = { ...choice, ...changed };
    setChoice(wanted);
    keepJoiningChoice(wanted);
    if (tryOut.state === "on" && wanted.speakerId === choice.speakerId) void start(wanted);
  }

  return { tryOut, devices, choice, change, start: () => start(choice), stop };
}
