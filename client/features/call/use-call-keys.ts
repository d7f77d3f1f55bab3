import { useEffect, useEffectEvent } from "react";
import { isInDialog, isInText } from "#client/lib/key-places.ts";
import type { Call } from "./call.ts";
import type { TalkPress } from "./talk-press.ts";

/** What the keys of the call reach. */
export interface CallKeyTargets {
  readonly call: Pick<Call, "now" | "setCamera">;
  readonly talk: TalkPress;
}

/** The parts of a key press that matter. */
type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "repeat">;

/** What a key asks of the call; null when it is not one of its keys. */
export function callKeyOf(press: Press): "microphone" | "camera" | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const key = press.key.toLowerCase();
  if (key === "m") return "microphone";
  return key === "e" ? "camera" : null;
}

/** M and E, outside text fields, menus and dialogs. `targets` is null while there is no call to speak in. */
export function useCallKeys(isOn: boolean, targets: CallKeyTargets | null): void {
  const handleDown = useEffectEvent((event: KeyboardEvent) => {
    const asked = callKeyOf(event);
    const target = event.target instanceof Element ? event.target : null;
    if (asked === null || targets === null || !isOn || event.defaultPrevented) return;
    if (isInText(target) || isInDialog(target)) return;
    event.preventDefault();
    if (event.repeat) return;
    if (asked === "microphone") targets.talk.down();
    else targets.call.setCamera(targets.call.now().me.camera !== "on");
  });
  // Wherever the focus has gone in between: what is held down ends with its key, or with the page.
  const handleUp = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() === "m") targets?.talk.up();
  });
  const handleAway = useEffectEvent(() => targets?.talk.cancel());

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener("keydown", (event) => handleDown(event), { signal });
    document.addEventListener("keyup", (event) => handleUp(event), { signal });
    window.addEventListener("blur", () => handleAway(), { signal });
    document.addEventListener("visibilitychange", () => handleAway(), { signal });
    return () => stop.abort();
  }, []);
}
