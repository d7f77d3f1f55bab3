import type { AppContext } from "#server/context.ts";
import type { Lobby } from "#server/identity/lobby.ts";
import type { JourneyId } from "#shared/domain/ids.ts";
import { notAgreedToSupervisor } from "#shared/domain/supervision.ts";

/**
 * Takes a supervisor's seat away, and ends the waiting at the door, once somebody no longer agrees to it or
 * a clip is added with somebody who has not agreed. Nobody gets in meanwhile: who asks is looked up anew.
 */
export function watchSupervisedSeats(
  { stores, access, log }: Pick<AppContext, "stores" | "access" | "log">,
  lobby: Pick<Lobby, "askOut">,
): { close(): void } {
  async function look(journeyId: JourneyId): Promise<void> {
    const journey = await stores.journeys.read(journeyId);
    if (journey === null) return;
    const open = journey.cycles
      .flatMap(({ reviews }) => reviews)
      .filter(({ state, reviewId }) => {
        return state !== "ended" && notAgreedToSupervisor(journey, reviewId).length > 0;
      });
    for (const { role, inviteId } of open.flatMap(({ invites }) => invites))
      if (role === "supervisor") await lobby.askOut(inviteId, "supervision-withdrawn");
  }

  const close = access.listen((change) => {
    if (change.kind !== "clips-changed") return;
    look(change.journeyId).catch((error: unknown) =>
      log.error({ error }, "the supervisors' seats could not be looked at"),
    );
  });
  return { close };
}
