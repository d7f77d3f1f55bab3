import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ReminderLine } from "#client/features/agenda/EndReminder.tsx";
import { useEndReminder } from "#client/features/agenda/use-end-reminder.ts";
import { createEndReminder } from "#client/features/agenda/end-reminder.ts";
import type { ReminderChoice, ReminderPlaces } from "#client/features/agenda/end-reminder.ts";
import type { RoomConnection } from "#client/lib/room-connection.ts";
import type { Room } from "#shared/protocol/http-api.ts";

const minuteMs = 60_000;
const reviewId = "11111111-1111-4111-8111-111111111111";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A browser's two places, kept over pages. */
function browser(): () => ReminderPlaces {
  const place = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
  };
  const places = { choices: place(), meetings: place() };
  return () => places;
}

/** A page of this meeting, with what the guider's screen was told of the reminder. */
function openPage(places: () => ReminderPlaces, id = reviewId) {
  const reminder = createEndReminder(id, places);
  const due: boolean[] = [];
  const leave = reminder.subscribe(() => due.push(reminder.snapshot().isDue));
  return { reminder, due, leave };
}

/** A meeting that has begun. */
function meeting(choice: ReminderChoice) {
  const page = openPage(browser());
  page.reminder.choose(choice);
  page.reminder.begin();
  page.due.length = 0;
  return page;
}

it("[JN85] a guider is not reminded of the end unless they choose to be", () => {
  const { reminder } = openPage(browser());
  reminder.begin();

  vi.advanceTimersByTime(600 * minuteMs);

  expect(reminder.snapshot()).toEqual({ choice: "off", isDue: false });
});

it.each(["50", "55"] as const)(
  "[JN85] after %s minutes together one line is due, and nothing is told before",
  (choice) => {
    const { reminder, due } = meeting(choice);

    vi.advanceTimersByTime(Number(choice) * minuteMs - 1);
    expect([due, reminder.snapshot().isDue]).toEqual([[], false]);
    vi.advanceTimersByTime(1);

    expect(due).toEqual([true]);
    vi.advanceTimersByTime(120 * minuteMs);
    expect(due).toEqual([true]);
  },
);

it("[JN85] put away, the line does not come again, whatever is chosen then", () => {
  const { reminder } = meeting("50");
  vi.advanceTimersByTime(50 * minuteMs);

  reminder.dismiss();
  reminder.choose("55");
  vi.advanceTimersByTime(120 * minuteMs);

  expect(reminder.snapshot()).toEqual({ choice: "55", isDue: false });
});

it("[JN85] a page loaded anew counts on from when both first came; another meeting from its own", () => {
  const places = browser();
  const first = openPage(places);
  first.reminder.choose("50");
  first.reminder.begin();
  vi.advanceTimersByTime(30 * minuteMs);
  first.leave();

  const { reminder: again } = openPage(places);
  const { reminder: other } = openPage(places, "22222222-2222-4222-8222-222222222222");
  again.begin();
  other.begin();
  vi.advanceTimersByTime(20 * minuteMs);

  expect(again.snapshot()).toEqual({ choice: "50", isDue: true });
  expect(other.snapshot()).toEqual({ choice: "50", isDue: false });
  expect(first.due.at(-1)).toBe(false);
});

it("[JN85] a browser that keeps nothing reminds as long as its page stands", () => {
  const closed = () => {
    throw new Error("storage is closed");
  };
  const { reminder } = openPage(closed);
  reminder.choose("50");
  reminder.begin();

  vi.advanceTimersByTime(50 * minuteMs);

  expect(reminder.snapshot().isDue).toBe(true);
});

it("[JN85] the line is an output that says no number and can be put away", () => {
  const line = (isDue: boolean) =>
    renderToStaticMarkup(
      <ReminderLine
        reminder={{ choice: "50", isDue, choose: () => undefined, dismiss: () => undefined }}
      />,
    );

  expect(line(false)).toContain("<output></output>");
  expect(line(false)).not.toContain("<button");
  expect(line(true)).toContain("<button");
  expect(/<output>(.*)<\/output>/.exec(line(true))?.[1]).toMatch(/^\D+$/);
});

it("[JN85] nobody but the guider has a reminder", () => {
  const line: Partial<RoomConnection> = { latest: () => null, on: () => () => undefined };
  function Probe({ me }: { readonly me: Room["me"]["role"] }) {
    const room = { reviewId, me: { role: me } } as Room; // as much of it as is asked for
    return useEndReminder(line as RoomConnection, room) === null ? "none" : "one";
  }

  expect(renderToStaticMarkup(<Probe me="guider" />)).toBe("one");
  for (const role of ["practitioner", "supervisor"] as const)
    expect(renderToStaticMarkup(<Probe me={role} />)).toBe("none");
});
