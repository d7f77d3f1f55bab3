import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { directWaits, watchLine } from "#client/features/call/direct-line-watch.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
  const restart = vi.fn<() => void>();
  const onChange = vi.fn<() => void>();
  const watch = watchLine({ restart, onChange });
  return { watch, restart, onChange };
}

it("[CL14] a direct line that is there within three seconds is connected, and nothing more is tried", () => {
  const { watch, restart } = open();

  watch.see("connecting");
  vi.advanceTimersByTime(directWaits.first - 1);
  watch.see("connected");
  vi.advanceTimersByTime(60_000);

  expect(watch.verdict).toBe("connected");
  expect(restart).not.toHaveBeenCalled();
});

it("[CL14] one that is not there after three seconds is told as broken, and tried on", () => {
  const { watch, restart, onChange } = open();

  vi.advanceTimersByTime(directWaits.first);
  expect(watch.verdict).toBe("broken");
  vi.advanceTimersByTime(directWaits.again);

  expect(restart).toHaveBeenCalledTimes(2);
  expect(onChange).toHaveBeenCalledTimes(1);
  watch.see("connected");
  expect(watch.verdict).toBe("connected");
  watch.close();
});

it("[CL15] a line that falls silent looks for another way after two seconds, and is broken after two more", () => {
  const { watch, restart } = open();
  watch.see("connected");

  watch.see("disconnected");
  vi.advanceTimersByTime(directWaits.disconnected);
  expect([watch.verdict, restart.mock.calls.length]).toEqual(["connected", 1]);
  vi.advanceTimersByTime(directWaits.disconnected);

  expect(watch.verdict).toBe("broken");
  watch.close();
});

it("[CL15] a line that comes back by itself in two seconds is left alone", () => {
  const { watch, restart } = open();
  watch.see("connected");

  watch.see("disconnected");
  vi.advanceTimersByTime(directWaits.disconnected - 1);
  watch.see("connected");
  vi.advanceTimersByTime(60_000);

  expect([watch.verdict, restart.mock.calls.length]).toEqual(["connected", 0]);
});

it("[CL15] a failed line looks for another way at once, and a closed one no more", () => {
  const { watch, restart } = open();

  watch.see("failed");
  expect([watch.verdict, restart.mock.calls.length]).toEqual(["broken", 1]);
  watch.close();
  vi.advanceTimersByTime(60_000);

  expect(restart).toHaveBeenCalledTimes(1);
});
