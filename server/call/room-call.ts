import type { z } from "zod";
import type { After } from "#server/review-room/after.ts";
import { directLinesOf, directLineWithinMs, nextCallPath } from "#shared/call/call-path.ts";
import type { CallMode } from "#shared/call/call-path.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import { callLimits } from "#shared/protocol/call-events.ts";
import type { Call, CallPath, RouterParameters, callAsks } from "#shared/protocol/call-events.ts";
import type { CallLine, TellCall } from "./call-line.ts";
import type { CallMedia } from "./call-media.ts";
import { createCallPart, describePart } from "./call-part.ts";
import type { CallPart, OwnWords } from "./call-part.ts";
import type { CallRouters } from "./call-routers.ts";
import { createRoomRouter } from "./room-router.ts";

type Message<Name extends keyof typeof callAsks> = z.infer<(typeof callAsks)[Name]["schema"]>;

/** A part whose line is lost is kept this long: the line to the server may break while voices go on. */
export const keptWithoutLineMs = 15_000;

/** What somebody who joins is told. */
export interface Joined {
  readonly call: Call;
  /** Null where there is no router. */
  readonly routerCapabilities: RouterParameters | null;
}

/** The call of one room, from the first who joins until nobody is left. */
export interface RoomCall {
  now(): Call;
  /** Comes in, or takes over one's own part: after a lost line, or in a new epoch. */
  join(
    line: CallLine,
    words: OwnWords,
  ): Promise<Result<Joined, "call-full" | "call-lost" | "not-seated">>;
  /** Everybody who has a part now. */
  parts(): readonly CallPart[];
  set(part: CallPart, words: Message<"call:set">): void;
  /** How the direct line to somebody is getting on. */
  report(part: CallPart, report: Message<"call:report">): void;
  /** Hands a signal to exactly the page it is for. */
  signal(part: CallPart, message: Message<"call:signal">): Result<null, "call-lost">;
  /** What a part sends and receives through the router of this epoch. */
  mediaOf(part: CallPart, epoch: string): Result<CallMedia, "call-lost">;
  /** Decides the way again, and tells everybody when anything has changed. */
  look(): void;
  /** The page is back on a new connection. */
  resume(part: CallPart, line: CallLine): void;
  loseLine(part: CallPart): void;
  end(part: CallPart): void;
  close(): void;
}

/** Begins with nobody. `onEmpty`: the last one has gone, and this call is over. */
export function createRoomCall(given: {
  readonly mode: CallMode;
  readonly routers: CallRouters;
  readonly after: After;
  readonly newEpoch: () => string;
  readonly tellRoom: TellCall;
  readonly onEmpty: () => void;
}): RoomCall {
  const { mode, after } = given;
  const parts = new Map<ParticipantId, CallPart>();
  const router = createRoomRouter(given.routers, renew);
  let callEpoch = given.newEpoch();
  let path: CallPath = "direct";
  let isClosed = false;
  /** Two people await their direct line: since how long is counted here, once. */
  let wait: { readonly callOff: () => void; isOver: boolean } | null = null;
  let told = "";

  const everybody = () => [...parts.values()];
  const now = (): Call => ({ callEpoch, path, members: everybody().map(describePart) });

  function look(): void {
    if (isClosed) return;
    const lines = directLinesOf(everybody(), wait?.isOver ?? false);
    const hasRouter = router.isToBeHad;
    path = nextCallPath(path, { mode, hasRouter, people: parts.size, lines });
    const isAwaited = hasRouter && path === "direct" && parts.size === 2 && lines === "beginning";
    if (isAwaited) wait ??= beginWait();
    else stopWaiting();
    const news = now();
    const text = JSON.stringify(news);
    if (text !== told) given.tellRoom("call:changed", news);
    told = text;
  }

  function beginWait(): NonNullable<typeof wait> {
    const callOff = after(directLineWithinMs, () => {
      if (wait !== null) wait.isOver = true;
      look();
    });
    return { callOff, isOver: false };
  }

  function stopWaiting(): void {
    wait?.callOff();
    wait = null;
  }

  /** The router's worker has died: the same people in a new epoch, who join again by themselves. */
  function renew(): void {
    callEpoch = given.newEpoch();
    for (const part of everybody()) {
      part.media = null;
      part.reports.clear();
      part.line?.tell("call:ended", { reason: "lost" });
    }
    stopWaiting();
    look();
  }

  function letGo(part: CallPart): void {
    part.keep();
    part.media?.close();
    for (const other of everybody()) other.reports.delete(part.participantId);
    stopWaiting();
  }

  function end(part: CallPart): void {
    if (parts.get(part.participantId) !== part) return;
    parts.delete(part.participantId);
    letGo(part);
    look();
    if (parts.size === 0) close();
  }

  function close(): void {
    if (isClosed) return;
    isClosed = true;
    for (const part of everybody()) letGo(part);
    router.close();
    given.onEmpty();
  }

  function resume(part: CallPart, line: CallLine): void {
    part.keep();
    part.line = line;
  }

  /** The part this page has already, or a new one in the place of any other page of the same person. */
  function takePart(line: CallLine, words: OwnWords): Result<null, "call-full"> {
    const { participantId, tabId } = line.tab;
    const known = parts.get(participantId);
    if (known?.tab.tabId === tabId) {
      resume(known, line);
      known.words = words;
      return ok(null);
    }
    if (known === undefined && parts.size >= callLimits.people) return fail("call-full");
    if (known !== undefined) letGo(known);
    parts.set(participantId, createCallPart(line, words));
    return ok(null);
  }

  return {
    now,
    async join(line, words) {
      // Beside the direct line, so that it is there when it is needed.
      const opened = await router.open();
      if (isClosed) return fail("call-lost");
      const taken = line.isSeated() ? takePart(line, words) : fail("not-seated");
      look();
      if (parts.size === 0) close();
      if (!taken.ok) return taken;
      if (path === "router" && opened === null) return fail("call-lost");
      return ok({ call: now(), routerCapabilities: opened?.capabilities ?? null });
    },
    parts: everybody,
    set(part, words) {
      part.words = { ...part.words, ...words };
      look();
    },
    report(part, { to, direct }) {
      if (parts.has(to)) part.reports.set(to, direct);
      look();
    },
    signal({ participantId: from, tab }, { to, toTabId, signal }) {
      const other = parts.get(to);
      const isTheirs = to !== from && other?.tab.tabId === toTabId;
      if (!isTheirs || other.line === null) return fail("call-lost");
      other.line.tell("call:signalled", { from, fromTabId: tab.tabId, signal });
      return ok(null);
    },
    mediaOf(part, epoch) {
      if (router.now === null || epoch !== callEpoch) return fail("call-lost");
      part.media ??= router.now.addPerson();
      return ok(part.media);
    },
    look,
    resume,
    loseLine(part) {
      part.line = null;
      part.keep = after(keptWithoutLineMs, () => end(part));
    },
    end,
    close,
  };
}
