import { passTime } from "#tests/bench/sync/actions.ts";
import { benchClip } from "#tests/bench/sync/bench-clips.ts";
import { duckingsOf } from "#tests/helpers/call-ducking.ts";
import type { Ducking } from "#tests/helpers/call-ducking.ts";
import { openEar } from "#tests/helpers/call-ear.ts";
import { hearBothEars, openMeeting, untilBothSee } from "./meetings.ts";

/** How a clip gave way to speech: where the one who speaks is, and where the other one listens. */
export interface DuckFound {
  readonly speaker: readonly Ducking[];
  readonly listener: readonly Ducking[];
}

/** One speaks a sentence every five seconds while both watch a clip with sound. */
const sentenceMs = 5_000;
/** Longer than between two syllables, shorter than between two sentences. */
const pauseMs = 600;
/** The clip lasts 59 s. */
const mostSentences = 10;

/** How soon and how far the clip's sound gave way on both sides, over so many sentences, in meetings of ten. */
export async function measureDucking(mode: "p2p" | "sfu", sentences: number): Promise<DuckFound> {
  const meetings: DuckFound[] = [];
  for (let left = sentences; left > 0; left -= mostSentences) {
    meetings.push(await measureMeeting(mode, Math.min(left, mostSentences)));
  }
  return {
    speaker: meetings.flatMap(({ speaker }) => speaker),
    listener: meetings.flatMap(({ listener }) => listener),
  };
}

async function measureMeeting(mode: "p2p" | "sfu", sentences: number): Promise<DuckFound> {
  const meeting = await openMeeting({
    mode,
    caller: { microphone: "silence" },
    guest: { microphone: "sentences" },
    pauseMs,
    clips: [await benchClip("webm")],
  });
  await untilBothSee(meeting);
  for (const { page } of meeting.people) await openEar(page, pauseMs); // now that there is a clip
  const [nadia] = meeting.people;
  await nadia.page.keyboard.press("k");
  await passTime(sentences * sentenceMs);
  const [listening, speaking] = await hearBothEars(meeting);
  await meeting.close();
  return {
    speaker: duckingsOf(speaking, speaking.own),
    listener: duckingsOf(listening, listening.others),
  };
}
