import type { ParticipantId, ReviewId } from "#shared/domain/ids.ts";
import type { callTells } from "#shared/protocol/call-events.ts";
import type { TellMap } from "#shared/protocol/events.ts";

type CallTells = TellMap<typeof callTells>;

/** Sends one message about the call: to one page, or to everybody in a room. */
export type TellCall = <Name extends keyof CallTells>(
  name: Name,
  message: Parameters<CallTells[Name]>[0],
) => void;

/** One page's connection to a room, as far as a call needs it. Each connection is an object of its own. */
export interface CallLine {
  readonly reviewId: ReviewId;
  readonly tab: {
    readonly tabId: string;
    readonly sessionId: string;
    readonly participantId: ParticipantId;
  };
  /** Whether this page has its person's seat now. */
  readonly isSeated: () => boolean;
  readonly tell: TellCall;
}
