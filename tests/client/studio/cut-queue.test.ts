import { describe, expect, it } from "vitest";
import { createCutQueue } from "#client/features/studio/cut/cut-queue.ts";
import { refuseCut } from "#client/features/studio/cut/cut-outcome.ts";
import type { CutOptions } from "#client/features/studio/cut/cut-outcome.ts";
import type { Cutter } from "#client/features/studio/cut/cutter.ts";
import { buildDraft } from "#tests/helpers/build-draft.ts";

type Outcome = Awaited<ReturnType<Cutter["cut"]>>;

interface AskedCut {
  readonly fileName: string;
  readonly options: CutOptions;
  readonly answer: (outcome: Outcome) => Promise<void>;
}

const film = new Blob(["a film"]);

function finished(fileName: string): Outcome {
  const size = { width: 320, height: 180 };
  return {
    ok: true,
    value: { fileName, byteCount: 9, frames: [], durationMs: 1_000, size, hasSound: true },
  };
}

/** A queue whose cuts are finished by the test; what the drafts have become is in `states`. */
function startQueue() {
  const asked: AskedCut[] = [];
  const states: string[] = [];
  const refusals: string[] = [];
  const queue = createCutQueue({
    cutter: {
      cut: (_film, _plan, fileName, options) =>
        new Promise((resolve) => {
          const answer = async (outcome: Outcome) => {
            resolve(outcome);
            for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
          };
          asked.push({ fileName, options, answer });
        }),
    },
    onCut: (draftId, cut) => states.push(`${draftId} ${cut.state}`),
    onRefused: (draftId, { reason }) => refusals.push(`${draftId} ${reason}`),
  });
  return { queue, asked, states, refusals };
}

describe("the queue of cuts", () => {
  it("[CP22] cuts one clip after another and says what has become of each", async () => {
    const { queue, asked, states } = startQueue();

    queue.add(film, buildDraft("one"));
    queue.add(film, buildDraft("two"));
    queue.add(film, buildDraft("two"));
    const askedAtOnce = asked.length;
    asked[0]?.options.onProgress(0.5);
    await asked[0]?.answer(finished("one.mp4"));
    await asked[1]?.answer(finished("two.mp4"));

    expect(askedAtOnce).toBe(1);
    expect(asked.map(({ fileName }) => fileName)).toEqual(["one.mp4", "two.mp4"]);
    expect(states).toEqual(["one cutting", "two cutting", "one cutting", "one cut", "two cut"]);
  });

  it("[CP22] goes on after a clip that cannot be cut, and says why it could not", async () => {
    const { queue, asked, states, refusals } = startQueue();

    queue.add(film, buildDraft("one"));
    queue.add(film, buildDraft("two"));
    await asked[0]?.answer(refuseCut("disk-full"));

    expect(states.at(-1)).toBe("one uncut");
    expect(refusals).toEqual(["one disk-full"]);
    expect(asked).toHaveLength(2);
  });

  it("[CP22] lets a cut be taken back while it waits or runs, and be asked for anew", async () => {
    const { queue, asked, states } = startQueue();

    queue.add(film, buildDraft("one"));
    queue.add(film, buildDraft("two"));
    queue.cancel("two");
    queue.cancel("one");
    queue.add(film, buildDraft("one"));
    await asked[0]?.answer(refuseCut("stopped"));
    await asked[1]?.answer(finished("one.mp4"));

    expect(asked[0]?.options.signal.aborted).toBe(true);
    expect(asked.map(({ fileName }) => fileName)).toEqual(["one.mp4", "one.mp4"]);
    expect(states.slice(2)).toEqual(["two uncut", "one uncut", "one cutting", "one cut"]);
  });

  it("[CP22] begins unfinished cuts again after a reload", async () => {
    const before = startQueue();
    before.queue.add(film, buildDraft("one"));
    before.queue.close();
    await before.asked[0]?.answer(refuseCut("stopped"));
    const after = startQueue();

    after.queue.resume(film, [
      buildDraft("one", { cut: { state: "cutting", fraction: 0.4 } }),
      buildDraft("two"),
    ]);

    expect(before.states).toEqual(["one cutting"]);
    expect(after.asked.map(({ fileName }) => fileName)).toEqual(["one.mp4"]);
  });
});
