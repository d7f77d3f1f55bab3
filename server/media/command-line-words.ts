import type { Refusal } from "#shared/protocol/refusals.ts";

/** What `help` says. */
export const helpText = `SameFrame's command line. It works on the data folder named by DATA_DIR.

  npm run sameframe -- journey list
      The journeys, each with its id.
  npm run sameframe -- clip add FILE --journey ID
      Adds a ready-cut clip (MP4 or WebM, at most 60 s, no metadata tags) to the journey's latest cycle.
      --cycle N          to cycle N instead
      --title TEXT       what it is called (otherwise: Clip and its number)
      --initiative TEXT  what the child starts, in plain words
      --in-shot NAME     who is in shot; once for each (otherwise: the child and the practitioner)
  npm run sameframe -- call setup
      Whether the call's router is here and works; fetches it where it is not.
  npm run sameframe -- help

  --guider NAME        for a guider other than the first
`;

const sentences: Partial<Record<Refusal, string>> = {
  "not-found": "There is no such journey or cycle. `journey list` shows those there are.",
  "journey-full":
    "This cycle has as many clips as it can hold. Remove one on the journey's page first.",
  "too-large": "The file is larger than 200 MiB. A clip is a few seconds: cut it shorter.",
  "disk-full": "There is too little room on the disk. Make room and try again.",
  "clip-not-video": "This file holds no video that can be read.",
  "clip-container": "Only MP4 and WebM files can be added. Export it as MP4.",
  "clip-codec":
    "The picture or sound is in a form that not every browser plays (HEVC, for one). Export it as H.264 with AAC.",
  "clip-too-long": "The clip is longer than 60 seconds. Cut it shorter.",
  "clip-hidden-frames":
    "The file holds more film than it shows: what was cut off is still inside. Export it again with re-encoding.",
  "clip-metadata":
    "The file says more than its film: a title, a place or a device. Export it without metadata.",
  "clip-timestamps":
    "The times of the pictures are not in order. Export it again with re-encoding.",
  "clip-picture-size": "The picture must be between 64 and 1920 pixels wide and high.",
  "clip-incomplete": "The file is cut short or damaged. Export or copy it again.",
};

/** A refusal in plain words, with what to do next. */
export function sentenceOf(reason: Refusal, details: readonly string[] = []): string {
  if (reason !== "permissions-missing") return sentences[reason] ?? `This was refused: ${reason}.`;
  return `Not added. Permission to film and to review together is not recorded for: ${details.join(", ")}. Record it on the journey's page first.`;
}
