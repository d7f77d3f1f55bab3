import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Ending } from "#shared/protocol/ending-events.ts";
import type { Signer } from "#shared/protocol/signing-routes.ts";

/** Somebody's agreement to the content of this hash, and to no other. */
export interface Agreement {
  readonly signer: Signer;
  readonly contentHash: string;
}

/** How far one review has come in its ending. */
export interface EndingState {
  readonly isOpen: boolean;
  readonly agreements: readonly Agreement[];
  /** A change of the board took agreements back, and nobody has agreed since. */
  readonly isChanged: boolean;
  readonly signed: Ending["signed"];
}

/** Nobody has opened it yet; `signed` is what a restart has found. */
export function newEnding(signed: Ending["signed"]): EndingState {
  return { isOpen: false, agreements: [], isChanged: false, signed };
}

/** What everybody in the room is told of it. */
export function endingOf({ agreements, ...state }: EndingState): Ending {
  return { ...state, agreedBy: agreements.map(({ signer }) => signer.participantId) };
}

/** With this person's agreement, instead of an earlier one of theirs. */
export function withAgreement(state: EndingState, agreement: Agreement): EndingState {
  const { agreements } = withoutAgreement(state, agreement.signer.participantId);
  return { ...state, agreements: [...agreements, agreement], isChanged: false };
}

/** Without this person's agreement. */
export function withoutAgreement(state: EndingState, participantId: ParticipantId): EndingState {
  return keepAgreements(state, ({ signer }) => signer.participantId !== participantId);
}

/** Without agreements to any other content; the same state when all are to this one. */
export function withContent(state: EndingState, contentHash: string): EndingState {
  const kept = keepAgreements(state, (one) => one.contentHash === contentHash);
  return kept === state ? state : { ...kept, isChanged: kept.agreements.length === 0 };
}

function keepAgreements(state: EndingState, keeps: (one: Agreement) => boolean): EndingState {
  const agreements = state.agreements.filter(keeps);
  return agreements.length === state.agreements.length ? state : { ...state, agreements };
}

/** Whether the guider and the practitioner have both agreed, each to this content. */
export function isAgreedByBoth({ agreements }: EndingState, contentHash: string): boolean {
  const roles = agreements
    .filter((one) => one.contentHash === contentHash)
    .map(({ signer }) => signer.role);
  return roles.includes("guider") && roles.includes("practitioner");
}
