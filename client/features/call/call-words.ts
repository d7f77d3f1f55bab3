import { text } from "#client/lib/text.ts";
import type { TextId } from "#client/text/en.ts";
import type { CallPath } from "#shared/protocol/call-events.ts";
import type { CallPerson, CallSnapshot, DeviceTrouble, LineQuality, OwnPart } from "./call.ts";

const lineIds = {
  good: "call.line-good",
  weak: "call.line-weak",
  poor: "call.line-poor",
} as const satisfies Record<LineQuality, TextId>;

/** How somebody's line carries the call, oneself or another. */
export function lineWords(of: Pick<CallPerson, "line" | "isFacePaused">): string {
  return text(of.isFacePaused ? "call.line-faces-paused" : lineIds[of.line]);
}

/** What is to be said of the line beside the clip: nothing while it is good and every face comes. */
export function weakLineWords({ state, me, people }: CallSnapshot): string | null {
  if (state !== "on") return null;
  const isFacePaused = me.isFacePaused || people.some((person) => person.isFacePaused);
  return isFacePaused || me.line !== "good" ? lineWords({ line: me.line, isFacePaused }) : null;
}

/** Who can hear the call, as far as encryption goes. */
export function sealWords(sealedTo: CallSnapshot["sealedTo"]): string {
  return text(`call.sealed-${sealedTo}`);
}

/** By which way voices and faces go. */
export function pathWords(path: CallPath): string {
  return text(`call.path-${path}`);
}

const troubleIds = {
  denied: "denied",
  none: "none-found",
  busy: "busy",
  unplugged: "unplugged",
} as const satisfies Record<DeviceTrouble, string>;

/** Why a device gives nothing, and what to do; one sentence or two for each device there is trouble with. */
export function troubleWords(
  me: Pick<OwnPart, "microphoneTrouble" | "cameraTrouble">,
): readonly string[] {
  const { microphoneTrouble, cameraTrouble } = me;
  return [
    ...(microphoneTrouble === null
      ? []
      : [text(`call.microphone-${troubleIds[microphoneTrouble]}`)]),
    ...(cameraTrouble === null ? [] : [text(`call.camera-${troubleIds[cameraTrouble]}`)]),
  ];
}
