import type { CommandBase, PendingCommand, PendingCommands } from "#client/lib/pending-commands.ts";
import type { Timeline, TimelineCommand } from "#shared/playback/timeline.ts";
import type { Refusal } from "#shared/protocol/refusals.ts";
import type { Time } from "./surroundings.ts";

/**
 * Commands of this tab in the order they were pressed. A pause goes out at once; anything else waits
 * until what was sent before has been answered, so that it is based on what this person really sees. A
 * pause takes back moves that still wait; a chosen speed, repeat or loop stays chosen.
 * Steps that wait add up, and of the seeks that wait only the last one is sent.
 */
export interface CommandQueue {
  give(command: TimelineCommand): void;
  /** Everything pressed and not yet in what the room tells, in order. */
  awaited(): readonly TimelineCommand[];
  /** The room has told what came of such a command of this tab, a moment before its answer: counted twice it would be one step too many. */
  noteApplied(kind: Timeline["cause"]["kind"]): void;
  onChange(listener: () => void): () => void;
  /** Resolves once everything that was waiting to be sent has been sent. */
  sent(): Promise<void>;
}

/** Steps and seeks of a held key or a drag go out no closer than this: the room admits 30 events a second. */
const betweenMovesMs = 80;

/** `base` is what a command is based on now; null while there is no timeline. */
export function createCommandQueue(
  commands: PendingCommands,
  base: () => CommandBase | null,
  onRefused: (reason: Refusal | "no-answer") => void,
  time: Time,
): CommandQueue {
  let waiting: TimelineCommand[] = [];
  const applied = new WeakSet<PendingCommand>();
  let movedAtMs = -Infinity;
  let cancelFlush = () => {};
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };

  function send(command: TimelineCommand) {
    const on = base();
    if (on === null) return;
    if (isMove(command)) movedAtMs = time.nowMs();
    void commands.send(command, { epoch: on.epoch, revision: on.revision }).then((answer) => {
      if (!answer.ok) {
        if (answer.reason === "no-answer") waiting = []; // pressed long ago: not now
        onRefused(answer.reason);
      }
      flush();
    });
  }

  function flush() {
    cancelFlush();
    const next = waiting[0];
    if (next === undefined || commands.list().length > 0) return;
    const inMs = isMove(next) ? movedAtMs + betweenMovesMs - time.nowMs() : 0;
    if (inMs > 0) {
      cancelFlush = time.after(inMs, flush);
      return;
    }
    waiting.shift();
    send(next);
    changed();
  }

  function wait(command: TimelineCommand) {
    const last = waiting.at(-1);
    const merged = last === undefined ? null : merge(last, command);
    if (merged === null) waiting.push(command);
    else waiting[waiting.length - 1] = merged;
    changed();
  }

  const unapplied = () => commands.list().filter((pending) => !applied.has(pending));

  commands.onChange(changed);

  return {
    give: (command) => {
      if (command.kind === "pause") {
        waiting = waiting.filter(isSetting);
        send(command);
      } else {
        wait(command);
        flush();
      }
    },
    awaited: () => [...unapplied().map((pending) => pending.message.command), ...waiting],
    noteApplied: (kind) => {
      const pending = unapplied().find(({ message }) => message.command.kind === kind);
      if (pending !== undefined) applied.add(pending);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sent: () =>
      new Promise((resolve) => {
        const check = () => {
          if (waiting.length > 0) return;
          listeners.delete(check);
          resolve();
        };
        listeners.add(check);
        check();
      }),
  };
}

/** Holds at rest as well as in motion: a pause takes back what moves the picture, not how it is to be played. */
function isSetting(command: TimelineCommand): boolean {
  return command.kind === "rate" || command.kind === "repeat" || command.kind === "loop";
}

function isMove(command: TimelineCommand): boolean {
  return command.kind === "step" || command.kind === "seek";
}

/** One command that does the work of two, or null when both are needed. */
function merge(last: TimelineCommand, next: TimelineCommand): TimelineCommand | null {
  if (last.kind === "seek" && next.kind === "seek") return next;
  if (last.kind !== "step" || next.kind !== "step" || last.clipId !== next.clipId) return null;
  const frames = last.frames + next.frames;
  return Math.abs(frames) > 250 ? null : { ...next, frames };
}
