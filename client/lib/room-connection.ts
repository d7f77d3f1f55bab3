import { io } from "socket.io-client";
import type { Socket } from "socket.io-client";
import { createServerClock } from "#client/lib/server-clock.ts";
import type { ServerClock } from "#client/lib/server-clock.ts";
import { createPendingCommands } from "#client/lib/pending-commands.ts";
import type { PendingCommands } from "#client/lib/pending-commands.ts";
import { readAnswer, readNews, roomTellNames } from "#client/lib/room-messages.ts";
import type {
  RoomAnswer,
  RoomAskName,
  RoomNews,
  RoomQuestion,
  RoomTellName,
} from "#client/lib/room-messages.ts";
import { ownHouse } from "#client/lib/house.ts";
import { socketPath } from "#client/lib/socket.ts";
import { startHeartbeat } from "#client/lib/room-heartbeat.ts";
import { fail } from "#shared/lib/result.ts";
import { roomCloseReasons } from "#shared/protocol/close-reasons.ts";
import type { RoomCloseReason } from "#shared/protocol/close-reasons.ts";

/** `lost`: nothing has been heard for a while, or the server let go; it is being tried again. */
export type RoomLink =
  | { readonly kind: "connecting" }
  | { readonly kind: "here" }
  | { readonly kind: "lost"; readonly sinceLocalMs: number }
  | { readonly kind: "closed"; readonly reason: RoomCloseReason | "forbidden" };

/** One tab's line to its room. It mends itself; only the server's word or `close()` ends it. */
export interface RoomConnection {
  readonly clock: ServerClock;
  readonly commands: PendingCommands;
  link(): RoomLink;
  onLink(listener: (link: RoomLink) => void): () => void;
  /** The last thing told under a name, so that a late listener misses nothing. */
  latest<Name extends RoomTellName>(name: Name): RoomNews<Name> | null;
  on<Name extends RoomTellName>(name: Name, listener: (news: RoomNews<Name>) => void): () => void;
  /** Asks once, now. Not connected, or no answer within `timeoutMs`: `no-answer`. */
  ask<Name extends RoomAskName>(
    name: Name,
    message: RoomQuestion<Name>,
    timeoutMs?: number,
  ): Promise<RoomAnswer<Name>>;
  close(): void;
}

/** Which room, and which page of this person's. */
export interface RoomAddress {
  readonly reviewId: string;
  /** Random per page load. */
  readonly tabId: string;
  /** Where the server is; the page's own origin when left out. */
  readonly origin?: string;
  /** Which server there; the page's own when left out. */
  readonly house?: string;
}

type RawSocket = Socket<
  Record<string, (message: unknown) => void>,
  Record<string, (message: unknown, reply: (answer: unknown) => void) => void>
>;

const askTimeoutMs = 5_000;

/** Opens the line to a room and keeps it open. */
export function openRoomConnection(address: RoomAddress): RoomConnection {
  let link: RoomLink = { kind: "connecting" };
  let everSeated = false;
  const linkListeners = new Set<(link: RoomLink) => void>();
  const listeners = new Map<RoomTellName, Set<(news: never) => void>>();
  const latest = new Map<RoomTellName, unknown>();
  const clock = createServerClock();

  const socket: RawSocket = io(`${address.origin ?? ""}/room`, {
    path: socketPath(address.house ?? ownHouse),
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    forceNew: true,
    withCredentials: true,
    reconnectionDelay: 250,
    reconnectionDelayMax: 1_000,
    timeout: 4_000,
    // Only the first time does this tab take the seat from an older one.
    auth: (give) =>
      give({ reviewId: address.reviewId, tabId: address.tabId, takeSeat: !everSeated }),
  });

  function setLink(next: RoomLink) {
    if (link.kind === "closed" || next.kind === link.kind) return;
    link = next;
    for (const listener of linkListeners) listener(link);
  }

  async function ask<Name extends RoomAskName>(
    name: Name,
    message: RoomQuestion<Name>,
    timeoutMs = askTimeoutMs,
  ): Promise<RoomAnswer<Name>> {
    if (!socket.connected) return fail("no-answer");
    const raw: unknown = await socket
      .timeout(timeoutMs)
      .emitWithAck(name, message)
      .catch(() => null);
    return raw === null ? fail("no-answer") : readAnswer(name, raw);
  }

  const commands = createPendingCommands(async (message) => {
    const answer = await ask("playback:command", message);
    // The answer is news as well, and has to be known before its command stops being awaited.
    if (answer.ok) tell("playback:changed", answer.value);
    return answer;
  });
  const heartbeat = startHeartbeat({
    clock,
    ping: () => ask("clock:ping", {}),
    lose: (sinceLocalMs) => {
      if (link.kind === "here") setLink({ kind: "lost", sinceLocalMs });
    },
    find: () => {
      if (!socket.connected) return;
      setLink({ kind: "here" });
      commands.resend();
    },
    reopen: () => socket.io.engine.close(), // its manager opens a new one by itself
  });

  function end(reason: RoomCloseReason | "forbidden") {
    setLink({ kind: "closed", reason });
    heartbeat.stop();
    commands.giveUp();
    socket.disconnect();
  }

  function tell<Name extends RoomTellName>(name: Name, raw: unknown) {
    const news = readNews(name, raw);
    if (news === null) return;
    heartbeat.heard();
    latest.set(name, news);
    for (const listener of listeners.get(name) ?? []) listener(news as never); // registered under this name
    if (name === "room:welcomed") handleWelcome(news as RoomNews<"room:welcomed">); // by its name
    if (name === "beat:asked") heartbeat.asked();
    if (name === "room:closed") handleClosed((news as RoomNews<"room:closed">).reason); // by its name
  }

  function handleWelcome(welcome: RoomNews<"room:welcomed">) {
    everSeated ||= welcome.seated;
    if (welcome.seated) latest.delete("seat:moved");
    clock.hear(welcome.serverNowMs);
    setLink({ kind: "here" });
    // What a welcome carries is told under its own name as well: a listener needs to hear only that.
    tell("playback:changed", { timeline: welcome.timeline, serverNowMs: welcome.serverNowMs });
    tell("members:changed", welcome.members);
    tell("cover:changed", welcome.cover);
    tell("lock:changed", { locked: welcome.locked });
    tell("gate:changed", { gate: welcome.gate });
    tell("view:changed", welcome.view);
    if (welcome.agreement !== null) tell("playback:agreed", welcome.agreement);
    commands.resend();
  }

  function handleClosed(reason: RoomCloseReason) {
    if (reason !== "server-restarting") end(reason);
  }

  for (const name of roomTellNames) socket.on(name, (raw) => tell(name, raw));
  socket.on("connect", () => {
    clock.forget();
    heartbeat.connected();
  });
  socket.on("disconnect", (reason) => {
    heartbeat.disconnected();
    if (reason === "io server disconnect" && link.kind !== "closed") reopenSoon();
  });
  socket.on("connect_error", (error) => {
    if (socket.active) return; // the way was not there; socket.io tries again
    const reason = refusedBecause(error.message);
    if (reason === null) reopenSoon();
    else end(reason);
  });

  function reopenSoon() {
    setTimeout(() => {
      if (link.kind !== "closed" && !socket.connected) socket.connect();
    }, 500);
  }

  return {
    clock,
    commands,
    link: () => link,
    onLink: (listener) => {
      linkListeners.add(listener);
      return () => linkListeners.delete(listener);
    },
    latest: (name) => (latest.get(name) ?? null) as RoomNews<typeof name> | null, // set by `tell` under its own name
    on: (name, listener) => {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
    ask,
    close: () => {
      heartbeat.stop();
      commands.giveUp();
      linkListeners.clear();
      listeners.clear();
      socket.disconnect();
    },
  };
}

/** Why a handshake was turned down for good; null when it is worth trying again. */
function refusedBecause(message: string): RoomCloseReason | "forbidden" | null {
  const known = roomCloseReasons.find((reason) => reason === message);
  if (known !== undefined) return known === "server-restarting" ? null : known;
  const forGood = ["forbidden", "not-found", "invalid", "not-signed-in", "foreign-origin"];
  if (message === "link-ended" || message === "review-ended") return message;
  return forGood.includes(message) ? "forbidden" : null;
}
