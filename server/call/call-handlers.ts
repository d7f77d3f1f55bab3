import type { ReceiveSeated } from "#server/review-room/room-connection.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import type { CallLine } from "./call-line.ts";
import type { CallMedia, MediaRefusal } from "./call-media.ts";
import type { CallPart } from "./call-part.ts";
import type { Calls } from "./calls.ts";
import type { RoomCall } from "./room-call.ts";

/** Everything a page with the seat may ask about the call of its room. */
export function receiveCallEvents(seated: ReceiveSeated, line: CallLine, calls: Calls): void {
  /** Does something with this page's part; `call-lost` where it has none. */
  function withPart<Value>(
    act: (part: CallPart, call: RoomCall) => Result<Value, MediaRefusal>,
  ): Result<Value, MediaRefusal> {
    const own = calls.partOf(line);
    return own === null ? fail("call-lost") : act(own.part, own.call);
  }

  /** Does something through the router of this epoch, and tells what it changed. */
  async function withMedia<Value>(
    epoch: string,
    act: (media: CallMedia) => Promise<Result<Value, MediaRefusal>>,
  ): Promise<Result<Value, MediaRefusal>> {
    const own = calls.partOf(line);
    const media = own?.call.mediaOf(own.part, epoch) ?? fail("call-lost");
    if (!media.ok) return media;
    const outcome = await act(media.value);
    own?.call.look();
    return outcome;
  }

  let leavings = 0;
  seated("call:join", async (message) => {
    const before = leavings;
    const joined = await calls.join(line, message);
    if (leavings === before) return joined;
    calls.left(line, true); // left again while the router was being made
    return fail("call-lost");
  });
  seated("call:leave", () => {
    leavings += 1;
    calls.left(line, true);
    return ok(null);
  });
  seated("call:set", (message) =>
    withPart((part, call) => {
      call.set(part, message);
      return ok(null);
    }),
  );
  seated("call:signal", (message) => withPart((part, call) => call.signal(part, message)));
  seated("call:report", (message) =>
    withPart((part, call) => {
      call.report(part, message);
      return ok(null);
    }),
  );

  seated("transport:open", ({ callEpoch, direction }) =>
    withMedia(callEpoch, (media) => media.open(direction)),
  );
  seated("transport:connect", (message) =>
    withMedia(message.callEpoch, (media) => media.connect(message)),
  );
  seated("transport:restart", (message) =>
    withMedia(message.callEpoch, (media) => media.restart(message)),
  );
  seated("track:produce", (message) =>
    withMedia(message.callEpoch, (media) => media.produce(message)),
  );
  seated("track:consume", (message) =>
    withMedia(message.callEpoch, (media) => media.consume(message)),
  );
  seated("track:resume", ({ callEpoch, trackId }) =>
    withMedia(callEpoch, (media) => media.setPaused(trackId, false)),
  );
  seated("track:pause", ({ callEpoch, trackId }) =>
    withMedia(callEpoch, (media) => media.setPaused(trackId, true)),
  );
  seated("track:close", ({ callEpoch, trackId }) =>
    withMedia(callEpoch, (media) => media.closeTrack(trackId)),
  );
}
