import { randomUUID } from "node:crypto";
import type { Socket } from "socket.io-client";
import type { z } from "zod";
import type { Timeline } from "#shared/playback/timeline.ts";
import type { TimelineCommand } from "#shared/playback/timeline.ts";
import type { Answer } from "#shared/protocol/events.ts";
import { roomTells } from "#shared/protocol/room-events.ts";
import type { Member, roomAsks } from "#shared/protocol/room-events.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";

type TellName = keyof typeof roomTells;
type Told<Name extends TellName> = z.infer<(typeof roomTells)[Name]>;
type AskName = keyof typeof roomAsks;

/** One page of a room, and everything it was told, parsed by the schema of its name. */
export interface RoomTab {
  readonly socket: Socket;
  readonly tabId: string;
  told<Name extends TellName>(name: Name): Told<Name>[];
  /** The last message of this name that fits, or the next one that does. */
  until<Name extends TellName>(
    name: Name,
    fits?: (message: Told<Name>) => boolean,
  ): Promise<Told<Name>>;
  ask<Name extends AskName>(name: Name, message: unknown): Promise<Answer<(typeof roomAsks)[Name]>>;
  /** The timeline as last told. */
  timeline(): Timeline | null;
  command(
    command: TimelineCommand,
    changes?: Partial<{ commandId: string; epoch: string; revision: number }>,
  ): Promise<Answer<(typeof roomAsks)["playback:command"]>>;
}

/** Connects a page to a room without waiting for anything. */
export function openTab(
  browser: TestBrowser,
  reviewId: string,
  { tabId = randomUUID(), takeSeat = true }: { tabId?: string; takeSeat?: boolean } = {},
): RoomTab {
  const socket = browser.socket("/room", { reviewId, tabId, takeSeat });
  const messages: { name: TellName; message: unknown }[] = [];
  const listeners = new Set<() => void>();
  // The names of the table are the table's names.
  for (const name of Object.keys(roomTells) as TellName[]) {
    socket.on(name, (raw: unknown) => {
      messages.push({ name, message: roomTells[name].parse(raw) });
      for (const listener of listeners) listener();
    });
  }
  socket.connect();

  const told = <Name extends TellName>(name: Name) =>
    messages.filter((one) => one.name === name).map(({ message }) => message as Told<Name>); // parsed under this name
  const timeline = () =>
    messages.reduce<Timeline | null>((latest, { name, message }) => {
      if (name !== "playback:changed" && name !== "room:welcomed") return latest;
      return (message as { timeline: Timeline | null }).timeline; // both carry it
    }, null);
  const ask: RoomTab["ask"] = async (name, message) =>
    (await socket.emitWithAck(name, message)) as Answer<(typeof roomAsks)[typeof name]>; // what the server answers under this name

  return {
    socket,
    tabId,
    told,
    until: (name, fits = () => true) =>
      new Promise((resolve) => {
        const look = () => {
          const found = told(name).findLast(fits);
          if (found === undefined) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
      }),
    ask,
    timeline,
    command: (command, changes = {}) => {
      const now = timeline();
      const at = { epoch: now?.epoch ?? randomUUID(), revision: now?.revision ?? 0 };
      return ask("playback:command", { commandId: randomUUID(), ...at, ...changes, command });
    },
  };
}

/** A page that has been welcomed and whose picture is there. */
export async function enterTab(
  browser: TestBrowser,
  reviewId: string,
  options: { tabId?: string; takeSeat?: boolean } = {},
): Promise<RoomTab> {
  const tab = openTab(browser, reviewId, options);
  await tab.until("room:welcomed");
  await reportPicture(tab, "ready");
  return tab;
}

/** Says how this page's picture is getting on, and where it stands. */
export function reportPicture(
  tab: RoomTab,
  picture: Member["picture"],
  frame: number | null = null,
): Promise<unknown> {
  return tab.ask("member:report", {
    picture,
    frame,
    roundTripMs: 0,
    startLatencyMs: 0,
    beatAtServerMs: null,
  });
}

/** Reports the frame this page rests on, as its picture would. */
export function showFrame(tab: RoomTab): Promise<unknown> {
  const timeline = tab.timeline();
  if (timeline?.motion.kind !== "paused") throw new Error("the picture does not rest");
  const { epoch, revision, clipId, motion } = timeline;
  return tab.ask("playback:shown", { epoch, revision, clipId, frame: motion.frame });
}

/** A store's method whose answers wait until they are let go. */
export function holdBack<Input extends unknown[], Output>(
  owner: Record<string, unknown>,
  name: string,
): { reached: Promise<void>; release: () => void } {
  const original = owner[name] as (...input: Input) => Promise<Output>; // a method of the store
  let release = () => {};
  let reach = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const reached = new Promise<void>((resolve) => (reach = resolve));
  owner[name] = async (...input: Input) => {
    owner[name] = original;
    const output = await original.apply(owner, input);
    reach();
    await released;
    return output;
  };
  return { reached, release };
}
