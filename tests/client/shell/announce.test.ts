import { describe, expect, it, vi } from "vitest";
import { createAnnouncementQueue } from "#client/lib/announce.ts";

/** A queue whose timer runs when the test says so. */
function buildQueue() {
  const waiting: (() => void)[] = [];
  const queue = createAnnouncementQueue((run) => waiting.push(run));
  const heard = vi.fn<(words: string, urgency: string) => void>();
  const stop = queue.subscribe(heard);
  return { queue, heard, stop, letTimePass: () => waiting.splice(0).forEach((run) => run()) };
}

describe("announcements", () => {
  it("[SC3] merges what comes within its window into the last", () => {
    const { queue, heard, letTimePass } = buildQueue();

    queue.announce("Sam paused at 0:12.");
    queue.announce("Jo moved to 0:31.");
    letTimePass();

    expect(heard.mock.calls).toEqual([["Jo moved to 0:31.", "polite"]]);
  });

  it("[SC3] keeps what is urgent apart from what is not", () => {
    const { queue, heard, letTimePass } = buildQueue();

    queue.announce("Sam is writing.");
    queue.announce("Priya is waiting to come in.", "assertive");
    letTimePass();

    expect(heard.mock.calls).toEqual([
      ["Sam is writing.", "polite"],
      ["Priya is waiting to come in.", "assertive"],
    ]);
  });

  it("[SC3] says again what comes after the window, and nothing to one who stopped listening", () => {
    const { queue, heard, stop, letTimePass } = buildQueue();

    queue.announce("Saved.");
    letTimePass();
    queue.announce("Saved.");
    letTimePass();
    stop();
    queue.announce("Saved.");
    letTimePass();

    expect(heard).toHaveBeenCalledTimes(2);
  });
});
