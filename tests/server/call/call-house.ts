import { randomUUID } from "node:crypto";
import { onTestFinished } from "vitest";
import type { z } from "zod";
import type { Call } from "#shared/protocol/call-events.ts";
import type { callAsks } from "#shared/protocol/call-events.ts";
import type { TestBrowser } from "#tests/helpers/test-browser.ts";
import { heard } from "#tests/helpers/review-house.ts";

type Asks = typeof callAsks;
type Value<Name extends keyof Asks> = Asks[Name]["answer"] extends z.ZodType
  ? z.infer<Asks[Name]["answer"]>
  : null;

/** One page in a room, as its server sees it. */
export interface CallPage {
  readonly socket: ReturnType<TestBrowser["socket"]>;
  readonly tabId: string;
  readonly participantId: string;
  /** Whatever is answered. */
  ask<Name extends keyof Asks>(
    name: Name,
    message: z.input<Asks[Name]["schema"]>,
  ): Promise<unknown>;
  /** An ask that has to succeed. */
  want<Name extends keyof Asks>(
    name: Name,
    message: z.input<Asks[Name]["schema"]>,
  ): Promise<Value<Name>>;
  /** The next news of the call that fits. */
  news(fits?: (call: Call) => boolean): Promise<Call>;
  join(): Promise<Value<"call:join">>;
}

/** Opens a page of this browser's person in a room and gives it the seat. */
export async function openCallPage(
  browser: TestBrowser,
  reviewId: string,
  tabId: string = randomUUID(),
): Promise<CallPage> {
  const socket = browser.socket("/room", { reviewId, tabId, takeSeat: true });
  const welcomed = heard<{ me: string }>(socket, "room:welcomed");
  socket.connect();
  const { me } = await welcomed;
  onTestFinished(() => {
    socket.disconnect();
  });

  const ask: CallPage["ask"] = async (name, message): Promise<unknown> =>
    await socket.timeout(8_000).emitWithAck(name, message);
  const want: CallPage["want"] = async (name, message) => {
    const answer = (await ask(name, message)) as { ok: boolean; value: never; reason?: string }; // each is a Result
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.reason}`);
    return answer.value;
  };
  return {
    socket,
    tabId,
    participantId: me,
    ask,
    want,
    news: (fits) => heard<Call>(socket, "call:changed", fits),
    join: () => want("call:join", { microphone: "on", camera: "off", publicKey: null }),
  };
}

/** Who has a part in a call. */
export const membersOf = (call: Call): string[] =>
  call.members.map(({ participantId }) => participantId);
