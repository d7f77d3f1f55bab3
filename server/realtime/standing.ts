import type { AccessChanges } from "#server/access-changes.ts";
import type { Clock, Identity, Visitor } from "#server/context.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import { can } from "#shared/domain/permissions.ts";
import type { Action, Thing } from "#shared/domain/permissions.ts";

/** How old what is known of somebody may grow before it is looked up again. */
const freshForMs = 30_000;

/** Who holds a connection and towards what, as last looked up. */
export interface StandingNow {
  readonly visitor: Visitor;
  readonly thing: Thing;
  readonly may: (action: Action) => boolean;
}

/**
 * Keeps a long connection's rights fresh: looked up again after any change of access and every 30 s.
 * Lookups share one promise, so that events are answered in the order they came.
 */
export interface Standing {
  now(): Promise<StandingNow>;
  /** Forgets what was looked up. */
  expire(): void;
  close(): void;
}

/** Whose standing, and towards which review. */
export interface StandingParts {
  readonly identity: Identity;
  readonly access: AccessChanges;
  readonly clock: Pick<Clock, "serverNowMs">;
  readonly tokenHash: string;
  /** The review the connection is about; null when it is about none. */
  readonly reviewId: ReviewId | null;
}

/** Makes the standing of one connection; close it with the connection. */
export function createStanding(parts: StandingParts): Standing {
  let current: { readonly asked: Promise<StandingNow>; readonly atServerMs: number } | null = null;
  const expire = () => {
    current = null;
  };
  const stopListening = parts.access.listen(expire);

  async function lookUp(): Promise<StandingNow> {
    const visitor = await parts.identity.identifySession(parts.tokenHash);
    const thing = await findThing();
    return { visitor, thing, may: (action) => can(visitor.principal, action, thing) };
  }

  async function findThing(): Promise<Thing> {
    if (parts.reviewId === null) return { kind: "nothing" };
    return (await parts.identity.reviewThing(parts.reviewId)) ?? { kind: "nothing" };
  }

  return {
    now: () => {
      const nowMs = parts.clock.serverNowMs();
      if (current === null || nowMs - current.atServerMs > freshForMs) {
        const asked = lookUp();
        current = { asked, atServerMs: nowMs };
        // A lookup that broke must not be remembered.
        asked.catch(expire);
      }
      return current.asked;
    },
    expire,
    close: stopListening,
  };
}
