import { randomUUID } from "node:crypto";
import type { Timeline } from "#shared/playback/timeline.ts";
import { heard } from "#tests/helpers/review-house.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";

interface Held {
  readonly value: { readonly observationId: string };
}

/** Holds a moment from this person's browser, which then leaves the room; answers the observation's id. */
export async function holdMoment(
  browser: TestBrowser,
  reviewId: string,
  frame: number,
): Promise<string> {
  const socket = browser.socket("/room", { reviewId, tabId: randomUUID(), takeSeat: true });
  const welcomed = heard<{ timeline: Timeline }>(socket, "room:welcomed");
  socket.connect();
  const { timeline } = await welcomed;
  const { epoch, revision, clipId } = timeline;
  const command = { commandId: randomUUID(), epoch, revision };
  const held: unknown = await socket.emitWithAck("moment:hold", { ...command, clipId, frame });
  socket.disconnect();
  return (held as Held).value.observationId; // a refusal has no value and fails the test
}
