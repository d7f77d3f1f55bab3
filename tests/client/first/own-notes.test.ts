import { beforeEach, describe, expect, it } from "vitest";
import { againMs, createOwnNotes, restMs } from "#client/features/notes/own-notes.ts";
import type { OwnNotes } from "#client/features/notes/own-notes.ts";
import { firstStep } from "#client/features/first/first-step.ts";
import { clipIdSchema, observationIdSchema } from "#shared/domain/ids.ts";
import type { OwnNote } from "#shared/protocol/notes-routes.ts";
import { createVirtualTime } from "#tests/helpers/virtual-time.ts";
import type { VirtualTime } from "#tests/helpers/virtual-time.ts";

const moment = observationIdSchema.parse("66666666-6666-4666-8666-666666666666");

let time: VirtualTime;
let sent: OwnNote[];
let answerMs: number;
let answers: boolean;
beforeEach(() => {
  time = createVirtualTime();
  sent = [];
  answerMs = 0;
  answers = true;
});

async function openNotes(found: readonly OwnNote[] | null = []): Promise<OwnNotes> {
  let isFirst = found === null;
  const notes = createOwnNotes({
    after: (delayMs, run) => time.after(delayMs, run),
    load: () => {
      const answer = isFirst ? null : (found ?? []);
      isFirst = false;
      return Promise.resolve(answer);
    },
    save: (note) => {
      sent.push(note);
      return new Promise((resolve) => time.after(answerMs, () => resolve(answers)));
    },
  });
  await time.advance(0);
  return notes;
}

describe("private notes on a page", () => {
  it("[BS31] are kept a moment after the last letter, and say so only then", async () => {
    const notes = await openNotes([{ observationId: null, words: "Before" }]);
    answerMs = 40;

    notes.write(moment, "I w");
    await time.advance(restMs - 1);
    notes.write(moment, "I waited");
    const states = [notes.all()?.[moment]?.state];
    await time.advance(restMs);
    states.push(notes.all()?.[moment]?.state);
    await time.advance(40);
    states.push(notes.all()?.[moment]?.state);

    expect(sent).toEqual([{ observationId: moment, words: "I waited" }]);
    expect(states).toEqual(["saving", "saving", "saved"]);
    expect(notes.all()?.[""]).toEqual({ words: "Before", state: "saved" });
  });

  it("[BS31] written on while they are on their way are sent again, never two at a time", async () => {
    const notes = await openNotes();
    answerMs = 2_000;

    notes.write(null, "One");
    await time.advance(restMs);
    notes.write(null, "One two");
    await time.advance(restMs);
    const onTheWay = sent.length;
    await time.advance(1_400);
    const state = notes.all()?.[""]?.state;
    await time.advance(2_000);

    expect(onTheWay).toBe(1);
    expect(state).toBe("saving");
    expect(sent.map(({ words }) => words)).toEqual(["One", "One two"]);
    expect(notes.all()?.[""]?.state).toBe("saved");
  });

  it("[BS31] that did not get there say so, and are tried again", async () => {
    const notes = await openNotes();
    answers = false;

    notes.write(null, "Mine");
    await time.advance(restMs);
    const state = notes.all()?.[""]?.state;
    answers = true;
    await time.advance(againMs);

    expect(state).toBe("waiting");
    expect(sent).toHaveLength(2);
    expect(notes.all()?.[""]).toEqual({ words: "Mine", state: "saved" });
  });

  it("[BS31] are sent at once when the page goes, and fetched again when they did not come", async () => {
    const notes = await openNotes(null);
    const before = notes.all();
    await time.advance(againMs);

    notes.write(null, "Mine");
    notes.close();

    expect(before).toBeNull();
    expect(sent).toEqual([{ observationId: null, words: "Mine" }]);
  });
});

describe("in place of the cards", () => {
  const clipId = clipIdSchema.parse("77777777-7777-4777-8777-777777777777");
  const on = { isOn: true, watchedClipIds: [] };

  it("[BS28] [F4.8] a clip is watched once, then the practitioner begins, then the cards are there", () => {
    const watched = { isOn: true, watchedClipIds: [clipId] };

    expect(firstStep(on, clipId, [])).toBe("watch");
    expect(firstStep(watched, clipId, [])).toBe("begin");
    expect(firstStep(watched, clipId, [clipId])).toBeNull();
    expect(firstStep(on, clipId, [clipId])).toBeNull();
  });

  it("[BS28] nothing stands there when it is switched off, or nothing is open yet", () => {
    expect(firstStep({ ...on, isOn: false }, clipId, [])).toBeNull();
    expect(firstStep(on, null, [])).toBeNull();
    expect(firstStep(null, clipId, [])).toBeNull();
  });
});
