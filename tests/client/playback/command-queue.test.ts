import { expect, it } from "vitest";
import { createCommandQueue } from "#client/features/playback/command-queue.ts";
import { createPendingCommands } from "#client/lib/pending-commands.ts";
import type { CommandAnswer } from "#client/lib/pending-commands.ts";
import type { TimelineCommand } from "#shared/playback/timeline.ts";
import { buildTimeline, buildTimelineClip } from "#tests/helpers/timelines.ts";
import { createVirtualTime } from "#tests/helpers/virtual-time.ts";

const clip = buildTimelineClip();
const { clipId } = clip;
const timeline = buildTimeline(clip);
const granted: CommandAnswer = { ok: true, value: { timeline, serverNowMs: 0 } };

function openQueue() {
  const time = createVirtualTime();
  const sent: TimelineCommand[] = [];
  const ids: string[] = [];
  const replies: ((answer: CommandAnswer) => void)[] = [];
  const refusals: string[] = [];
  const pending = createPendingCommands((message) => {
    sent.push(message.command);
    ids.push(message.commandId);
    return new Promise((resolve) => replies.push(resolve));
  });
  const queue = createCommandQueue(
    pending,
    () => timeline,
    (reason) => refusals.push(reason),
    time,
  );
  async function answer(with_: CommandAnswer = granted) {
    replies.shift()?.(with_);
    await time.advance(100);
  }
  return { queue, pending, sent, ids, refusals, answer, time };
}

it("[PB18] sends a pause at once, takes back the moves that waited, and keeps the settings", async () => {
  const { queue, sent, answer } = openQueue();
  queue.give({ kind: "seek", clipId, frame: 5 });
  queue.give({ kind: "rate", rate: 0.5 });
  queue.give({ kind: "seek", clipId, frame: 50 });

  queue.give({ kind: "pause", clipId, frame: 9 });
  for (let n = 0; n < 3; n += 1) await answer();

  expect(sent.map((command) => command.kind)).toEqual(["seek", "pause", "rate"]);
  expect(queue.awaited()).toEqual([]);
});

it("[PB18] adds up steps that wait, sends only the last of many seeks, and keeps the order", async () => {
  const { queue, sent, answer } = openQueue();
  for (const frames of [1, 1, 1, -1]) queue.give({ kind: "step", clipId, frames });
  for (const frame of [10, 20, 30]) queue.give({ kind: "seek", clipId, frame });
  queue.give({ kind: "play" });

  const awaited = queue.awaited().length;
  for (let n = 0; n < 4; n += 1) await answer();

  expect(awaited).toBe(4);
  expect(sent).toEqual([
    { kind: "step", clipId, frames: 1 },
    { kind: "step", clipId, frames: 1 },
    { kind: "seek", clipId, frame: 30 },
    { kind: "play" },
  ]);
});

it("[PB18] says why a command was refused", async () => {
  const { queue, refusals, answer } = openQueue();
  queue.give({ kind: "play" });

  await answer({ ok: false, reason: "stale-revision" });

  expect(refusals).toEqual(["stale-revision"]);
});

it("[PB17] sends an unanswered command again under the same id after a reconnect", async () => {
  const { queue, pending, ids, answer } = openQueue();
  queue.give({ kind: "pause", clipId, frame: 9 });
  await answer({ ok: false, reason: "no-answer" });

  pending.resend();
  await answer();

  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  expect(pending.list()).toEqual([]);
});
