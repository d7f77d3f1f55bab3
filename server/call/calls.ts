import type { AppContext } from "#server/context.ts";
import { afterDelay } from "#server/review-room/after.ts";
import type { After } from "#server/review-room/after.ts";
import { reasonToClose } from "#server/review-room/reasons-to-close.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { IceServer } from "#shared/protocol/call-events.ts";
import type { CallLine, TellCall } from "./call-line.ts";
import type { CallPart, OwnWords } from "./call-part.ts";
import type { CallRouters } from "./call-routers.ts";
import { createIceServers } from "./ice-servers.ts";
import { createRoomCall } from "./room-call.ts";
import type { Joined, RoomCall } from "./room-call.ts";

/** The calls of all rooms; kept in memory only, and nothing of what is said or seen. */
export interface Calls {
  /**
   * This page has its person's seat from now on: its own part goes on, that of another page of theirs ends.
   * Where there are no calls it is told so, before anybody is asked to join.
   */
  seated(line: CallLine): void;
  /** A page's connection is gone. On purpose: its part ends at once. Otherwise it may come back. */
  left(line: CallLine, onPurpose: boolean): void;
  join(
    line: CallLine,
    words: OwnWords,
  ): Promise<
    Result<
      Joined & { iceServers: IceServer[] },
      "call-off" | "call-full" | "call-lost" | "not-seated"
    >
  >;
  /** The part that is this page's own, on this very connection; null when it has none. */
  partOf(line: CallLine): { readonly call: RoomCall; readonly part: CallPart } | null;
  close(): void;
}

/** Ends a part as soon as a changed permission says so, also while its line is lost. */
export function createCalls(given: {
  readonly context: Pick<AppContext, "access" | "clock" | "config" | "random" | "stores">;
  readonly routers: CallRouters;
  readonly tellRoom: (reviewId: ReviewId) => TellCall;
  readonly after?: After;
}): Calls {
  const { context, routers } = given;
  const { CALL_MODE: mode } = context.config;
  const isOff = mode === "off" || (mode === "sfu" && routers.place === null);
  const calls = new Map<ReviewId, RoomCall>();
  const iceServersFor = createIceServers(context);

  function callOf(reviewId: ReviewId): RoomCall {
    const known = calls.get(reviewId);
    if (known !== undefined) return known;
    const call = createRoomCall({
      mode,
      routers,
      after: given.after ?? afterDelay,
      newEpoch: context.random.uuid,
      tellRoom: given.tellRoom(reviewId),
      onEmpty: () => calls.delete(reviewId),
    });
    calls.set(reviewId, call);
    return call;
  }

  function find(
    reviewId: ReviewId,
    fits: (part: CallPart) => boolean,
  ): ReturnType<Calls["partOf"]> {
    const call = calls.get(reviewId);
    const part = call?.parts().find(fits);
    return call === undefined || part === undefined ? null : { call, part };
  }

  const stopListening = context.access.listen((change) => {
    for (const [reviewId, call] of calls) {
      for (const part of call.parts())
        if (reasonToClose(change, { reviewId, tab: part.tab }) !== null) call.end(part);
    }
  });

  return {
    seated(line) {
      if (isOff) return line.tell("call:ended", { reason: "off" });
      const { reviewId, tab } = line;
      const own = find(reviewId, ({ participantId }) => participantId === tab.participantId);
      if (own?.part.tab.tabId === tab.tabId) own.call.resume(own.part, line);
      else if (own !== null) {
        own.part.line?.tell("call:ended", { reason: "moved" });
        own.call.end(own.part);
      }
      const call = calls.get(reviewId);
      if (call !== undefined) line.tell("call:changed", call.now());
    },
    left(line, onPurpose) {
      const own = find(line.reviewId, (part) => part.line === line);
      if (onPurpose) own?.call.end(own.part);
      else own?.call.loseLine(own.part);
    },
    async join(line, words) {
      if (isOff) return fail("call-off");
      const joined = await callOf(line.reviewId).join(line, words);
      if (!joined.ok) return joined;
      return ok({ ...joined.value, iceServers: await iceServersFor(line.tab.participantId) });
    },
    partOf: (line) => find(line.reviewId, (part) => part.line === line),
    close() {
      stopListening();
      for (const call of calls.values()) call.close();
    },
  };
}
