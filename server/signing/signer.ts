import type { StandingNow } from "#server/realtime/standing.ts";
import type { ParticipantId } from "#shared/domain/ids.ts";
import type { Signer } from "#shared/protocol/signing-routes.ts";

/** Who agrees, by what the session says of them; null for somebody who is neither of the two. */
export function signerOf(
  { visitor: { principal, name } }: Pick<StandingNow, "visitor">,
  participantId: ParticipantId,
): Omit<Signer, "agreedAtMs"> | null {
  if (principal.kind === "none" || name === null) return null;
  const { role } = principal;
  if (role !== "guider" && role !== "practitioner") return null;
  return { participantId, name, role };
}
