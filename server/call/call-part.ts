import type { ParticipantId } from "#shared/domain/ids.ts";
import type { CallMember } from "#shared/protocol/call-events.ts";
import type { CallLine } from "./call-line.ts";
import type { CallMedia } from "./call-media.ts";

/** What somebody says of themselves in a call. */
export type OwnWords = Pick<CallMember, "microphone" | "camera" | "publicKey">;

/** One person's part in a call, held by one page of theirs. */
export interface CallPart {
  readonly tab: CallLine["tab"];
  readonly participantId: ParticipantId;
  words: OwnWords;
  /** Null while the page's connection is lost: its direct lines and its tracks live on for a while. */
  line: CallLine | null;
  /** Through the call's router; null before anything was opened there. */
  media: CallMedia | null;
  /** How this one's direct lines to the others are getting on. */
  readonly reports: Map<ParticipantId, "connected" | "broken">;
  /** Calls off the end of a part whose line is lost. */
  keep: () => void;
}

/** A part that begins. */
export function createCallPart(line: CallLine, words: OwnWords): CallPart {
  const { tab } = line;
  return {
    tab,
    participantId: tab.participantId,
    words,
    line,
    media: null,
    reports: new Map(),
    keep: () => {},
  };
}

/** A part as everybody in the room is told of it. */
export function describePart({ participantId, tab, words, media }: CallPart): CallMember {
  return { participantId, tabId: tab.tabId, ...words, produced: media?.produced() ?? [] };
}
