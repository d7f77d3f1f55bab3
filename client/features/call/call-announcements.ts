import { text } from "#client/lib/text.ts";
import type { CallPerson, CallSnapshot } from "./call.ts";

/** The same thing about the same person is not said again sooner. */
export const saidAgainAfterMs = 30_000;

/** What an announcer is made of; a test gives it a clock of its own. */
export interface CallAnnouncerParts {
  readonly nameOf: (participantId: string) => string;
  readonly announce: (words: string) => void;
  readonly nowMs: () => number;
}

type Said = "microphone" | "camera";

/**
 * Reads out what others do with their devices, that one talks unheard, and that the call is lost or back.
 * Somebody who switches to and fro is told of at most once each half a minute, and then as it is.
 */
export function createCallAnnouncer({ nameOf, announce, nowMs }: CallAnnouncerParts) {
  let before: CallSnapshot | null = null;
  const last = new Map<string, { readonly state: string; readonly atMs: number }>();

  /** The words of a device, when it is another way than last said and that is long enough ago. */
  function deviceWords(person: CallPerson, kind: Said): string[] {
    const key = `${person.participantId} ${kind}`;
    const state = person[kind] === "on" ? "on" : "off";
    const said = last.get(key);
    if (said === undefined) {
      last.set(key, { state, atMs: Number.NEGATIVE_INFINITY }); // as they came
      return [];
    }
    if (said.state === state || nowMs() - said.atMs < saidAgainAfterMs) return [];
    last.set(key, { state, atMs: nowMs() });
    return [text(`call.said-${kind}-${state}`, { name: nameOf(person.participantId) })];
  }

  function unheardWords({ me }: CallSnapshot): string[] {
    const saidAtMs = last.get("unheard")?.atMs ?? Number.NEGATIVE_INFINITY;
    if (!me.isSpeakingUnheard || nowMs() - saidAtMs < saidAgainAfterMs) return [];
    last.set("unheard", { state: "said", atMs: nowMs() });
    return [text("call.muted-hint")];
  }

  return {
    /** Told of each change of the call. */
    hear: (now: CallSnapshot): void => {
      const wasState = before?.state;
      before = now;
      const said = [
        ...(wasState === "on" && now.state === "lost" ? [text("call.said-lost")] : []),
        ...(wasState === "lost" && now.state === "on" ? [text("call.said-back")] : []),
        ...unheardWords(now),
        ...now.people.flatMap((person) => [
          ...deviceWords(person, "microphone"),
          ...deviceWords(person, "camera"),
        ]),
      ];
      // One announcement for all of it: two would merge into the last.
      if (said.length > 0) announce(said.join(" "));
    },
  };
}
