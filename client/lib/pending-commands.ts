import { commandIdSchema } from "#shared/domain/ids.ts";
import type { TimelineCommand } from "#shared/playback/timeline.ts";
import type { RoomAnswer, RoomQuestion } from "#client/lib/room-messages.ts";

type Message = RoomQuestion<"playback:command">;
/** What the server says to a playback command. */
export type CommandAnswer = RoomAnswer<"playback:command">;

/** What a command was based on. */
export interface CommandBase {
  readonly epoch: string;
  readonly revision: number;
}

/** A command on its way, not yet answered. */
export interface PendingCommand {
  readonly message: Message;
  readonly sentAtLocalMs: number;
}

/** Playback commands on their way: each is sent again under its own id until the server has answered. */
export interface PendingCommands {
  /** Sends now, or as soon as there is a line again. `no-answer`: given up as out of date. */
  send(command: TimelineCommand, base: CommandBase): Promise<CommandAnswer>;
  /** In the order they were given. */
  list(): readonly PendingCommand[];
  onChange(listener: () => void): () => void;
  /** After a reconnect: everything not yet answered, in order. */
  resend(): void;
  giveUp(): void;
}

interface Entry extends PendingCommand {
  readonly settle: (answer: CommandAnswer) => void;
}

/** A play pressed long ago must not start a film now; a pause is never out of date. */
const outOfDateAfterMs = 10_000;

/** Keeps what has not been answered. `transmit` sends one message once. */
export function createPendingCommands(
  transmit: (message: Message) => Promise<CommandAnswer>,
): PendingCommands {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };

  function settle(entry: Entry, answer: CommandAnswer) {
    if (!entries.delete(entry.message.commandId)) return;
    entry.settle(answer);
    changed();
  }

  async function attempt(entry: Entry) {
    const answer = await transmit(entry.message);
    if (answer.ok || answer.reason !== "no-answer") settle(entry, answer);
    else dropOutOfDate();
  }

  function dropOutOfDate() {
    const nowMs = performance.now();
    for (const entry of entries.values()) {
      const isOld = nowMs - entry.sentAtLocalMs > outOfDateAfterMs;
      if (isOld && entry.message.command.kind !== "pause") {
        settle(entry, { ok: false, reason: "no-answer" });
      }
    }
  }

  return {
    send: (command, base) =>
      new Promise((resolve) => {
        const commandId = commandIdSchema.parse(crypto.randomUUID());
        const message = { commandId, ...base, command };
        const entry = { message, sentAtLocalMs: performance.now(), settle: resolve };
        entries.set(commandId, entry);
        changed();
        void attempt(entry);
      }),
    list: () => [...entries.values()],
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    resend: () => {
      dropOutOfDate();
      for (const entry of entries.values()) void attempt(entry);
    },
    giveUp: () => {
      for (const entry of entries.values()) settle(entry, { ok: false, reason: "no-answer" });
    },
  };
}
