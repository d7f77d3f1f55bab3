import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createStillKeeper, othersWaitMs, retryAfterMs } from "#client/lib/still-keeper.ts";
import type { UnkeptMoment } from "#client/lib/still-keeper.ts";
import type { SentStill } from "#client/lib/still-requests.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const moment = (observationId: string, isMine: boolean): UnkeptMoment => ({
  observationId,
  anchor: { clipId: "clip", clipRev: "rev", frame: 7 },
  isMine,
});

/** A keeper whose server answers as told, in turn; `kept` when nothing more is told. */
function openKeeper(...answers: SentStill[]) {
  const sent: string[] = [];
  const keeper = createStillKeeper({
    make: () => Promise.resolve(new Blob(["png"])),
    send: (observationId) => {
      sent.push(observationId);
      return Promise.resolve(answers.shift() ?? "kept");
    },
  });
  return { keeper, sent };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it("[BS23] the holder's browser sends the picture at once, and once", async () => {
  const { keeper, sent } = openKeeper();

  keeper.follow([moment("a", true)], true);
  await pass(0);
  keeper.follow([moment("a", true)], true); // the board does not know of it yet
  await pass(60_000);

  expect(sent).toEqual(["a"]);
});

it("[BS23] another browser leaves it to the holder first, and makes it when nobody has", async () => {
  const { keeper, sent } = openKeeper();

  keeper.follow([moment("left", false), moment("kept meanwhile", false)], true);
  await pass(othersWaitMs - 1);
  expect(sent).toEqual([]);
  keeper.follow([moment("left", false)], true);
  await pass(1);

  expect(sent).toEqual(["left"]);
});

it("[BS23] a picture that did not arrive is sent again later, one that was refused is not", async () => {
  const { keeper, sent } = openKeeper("later", "refused");

  keeper.follow([moment("a", true), moment("b", true)], true);
  await pass(1);
  expect(sent).toEqual(["a", "b"]);
  await pass(retryAfterMs);
  await pass(60_000);

  expect(sent).toEqual(["a", "b", "a"]);
});

it("[BS23] nothing is drawn or sent while the film plays", async () => {
  const { keeper, sent } = openKeeper();

  keeper.follow([moment("a", true)], false);
  await pass(30_000);
  expect(sent).toEqual([]);
  keeper.follow([moment("a", true)], true);
  await pass(0);

  expect(sent).toEqual(["a"]);
});

it("sends one after another, and nothing after it was closed", async () => {
  let atOnce = 0;
  let most = 0;
  const keeper = createStillKeeper({
    make: () => Promise.resolve(new Blob(["png"])),
    send: async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 100));
      atOnce -= 1;
      return "kept";
    },
  });

  keeper.follow(
    ["a", "b", "c"].map((id) => moment(id, true)),
    true,
  );
  await pass(150);
  keeper.close();
  await pass(60_000);

  expect(most).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});
