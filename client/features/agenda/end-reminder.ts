import { z } from "zod";

/** After how many minutes together the guider is reminded; off unless they choose. */
export const reminderChoices = ["off", "50", "55"] as const;
export type ReminderChoice = (typeof reminderChoices)[number];

/** What the guider's screen shows of it. */
export interface ReminderSnapshot {
  readonly choice: ReminderChoice;
  /** The time has come, and the line has not been put away. */
  readonly isDue: boolean;
}

/** One guider's reminder in one meeting. It lives in their browser and reaches no server. */
export interface EndReminder {
  readonly snapshot: () => ReminderSnapshot;
  /** Calls back after each change; answers how to stop. Its timer runs while somebody listens. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Both are there: the meeting counts from the first time this is said. */
  readonly begin: () => void;
  readonly choose: (choice: ReminderChoice) => void;
  /** Puts the line away for the rest of the meeting. */
  readonly dismiss: () => void;
}

/** Where a browser keeps things: the choice for good, the meeting's beginning with its tab. */
export interface ReminderPlaces {
  readonly choices: Pick<Storage, "getItem" | "setItem">;
  readonly meetings: Pick<Storage, "getItem" | "setItem">;
}

const choiceKey = "end-reminder";
const choiceSchema = z.enum(reminderChoices).catch("off");
const meetingSchema = z
  .object({ beganAtMs: z.int().nullable(), isDismissed: z.boolean() })
  .catch({ beganAtMs: null, isDismissed: false });

/** Begins where this browser left off: a page that is loaded anew still knows when both came. */
export function createEndReminder(reviewId: string, places: () => ReminderPlaces): EndReminder {
  const meetingKey = `meeting.${reviewId}`;
  const listeners = new Set<() => void>();
  let choice = choiceSchema.parse(read(() => places().choices.getItem(choiceKey)));
  let meeting = meetingSchema.parse(parsed(read(() => places().meetings.getItem(meetingKey))));
  let shown: ReminderSnapshot = { choice, isDue: false };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function waitMs(): number | null {
    if (choice === "off" || meeting.beganAtMs === null || meeting.isDismissed) return null;
    return meeting.beganAtMs + Number(choice) * 60_000 - Date.now();
  }

  function look(): void {
    clearTimeout(timer);
    const leftMs = waitMs();
    if (leftMs !== null && leftMs > 0 && listeners.size > 0) timer = setTimeout(look, leftMs);
    shown = { choice, isDue: leftMs !== null && leftMs <= 0 };
    for (const listener of listeners) listener();
  }

  function note(change: Partial<typeof meeting>): void {
    meeting = { ...meeting, ...change };
    write(() => places().meetings.setItem(meetingKey, JSON.stringify(meeting)));
    look();
  }

  return {
    snapshot: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      look();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearTimeout(timer);
      };
    },
    begin() {
      if (meeting.beganAtMs === null) note({ beganAtMs: Date.now() });
    },
    choose(chosen) {
      choice = chosen;
      write(() => places().choices.setItem(choiceKey, chosen));
      look();
    },
    dismiss: () => note({ isDismissed: true }),
  };
}

function parsed(words: string | null): unknown {
  try {
    return JSON.parse(words ?? "null");
  } catch {
    return null; // not JSON, so nothing of ours
  }
}

function read(get: () => string | null): string | null {
  try {
    return get();
  } catch {
    return null; // Storage is closed in some private windows: all this then lasts as long as the page.
  }
}

function write(set: () => void): void {
  try {
    set();
  } catch {
    // See above.
  }
}
