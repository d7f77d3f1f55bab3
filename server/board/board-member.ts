import type { JourneyId, ParticipantId, ReviewId } from "#shared/domain/ids.ts";
import type { Principal } from "#shared/domain/permissions.ts";

/** Who a board socket belongs to, from the session and never from the request. */
export interface BoardSeat {
  readonly reviewId: ReviewId;
  readonly participantId: ParticipantId;
  readonly sessionId: string;
  readonly tokenHash: string;
  readonly tabId: string;
  readonly name: string;
  readonly role: "guider" | "practitioner" | "supervisor";
  readonly principal: Principal;
  readonly journeyId: JourneyId;
  readonly guiderId: string;
}

/** One open connection, as its board sees it. */
export interface BoardMember {
  readonly seat: BoardSeat;
  readonly canWrite: boolean;
  /** Client ids this connection was the first to use; held to a few. */
  readonly claimedIds: Set<number>;
  send(frame: Uint8Array): void;
  close(code: number): void;
}
