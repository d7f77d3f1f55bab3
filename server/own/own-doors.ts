import type { AppContext, Visitor } from "#server/context.ts";
import { createSessions, ownPlaceMs } from "#server/identity/sessions.ts";
import type { NewSession } from "#server/identity/sessions.ts";
import { hashSecret } from "#server/identity/tokens.ts";
import type { StoredOwnLink } from "#server/storage/own-link-store.ts";
import { fail, ok } from "#shared/lib/result.ts";
import type { Result } from "#shared/lib/result.ts";
import { ownLinkLasts } from "#shared/protocol/own-doors-routes.ts";
import type { OwnDoors } from "#shared/protocol/own-doors-routes.ts";

/** The ways into own places. All but `open` are asked by a browser that has the place; null: it has none. */
export interface OwnDoorways {
  read(visitor: Visitor): Promise<OwnDoors | null>;
  /** Signs another browser of the same place out; nothing happens to any other one. */
  close(visitor: Visitor, browserId: string): Promise<OwnDoors | null>;
  /** The secret is known to whoever asked alone. */
  makeLink(
    visitor: Visitor,
    lasts: keyof typeof ownLinkLasts,
  ): Promise<{ secret: string; closesAtMs: number } | null>;
  endLink(visitor: Visitor): Promise<OwnDoors | null>;
  /** Uses the link up. The session is null where the browser keeps the one it has. */
  open(visitor: Visitor, secret: string): Promise<Result<NewSession | null, "link-ended">>;
}

const minuteMs = 60_000;
const lastsMs = {
  now: ownLinkLasts.now.minutes * minuteMs,
  wayBack: ownLinkLasts.wayBack.days * 24 * 60 * minuteMs,
} as const;

/** The ways into the own places of one server. */
export function createOwnDoorways(
  context: Pick<AppContext, "stores" | "clock" | "random" | "access">,
): OwnDoorways {
  const { stores, clock, random, access } = context;
  const { ownLinks, personalSessions } = stores;
  const sessions = createSessions(context);

  async function read({ own, sessionId }: Visitor): Promise<OwnDoors | null> {
    if (own === null) return null;
    const nowMs = clock.nowMs();
    const browsers = await personalSessions.listOf(own.personId, nowMs);
    return {
      browsers: browsers.map((browser) => ({
        browserId: browser.sessionId,
        sinceMs: browser.sinceMs,
        isThis: browser.sessionId === sessionId,
      })),
      linkClosesAtMs: await ownLinks.waitsUntilMs(own.personId, nowMs),
    };
  }

  /** A browser that came by a link of the same journey keeps its seat; any other one begins anew. */
  async function letIn(visitor: Visitor, { inviteId, personId }: StoredOwnLink) {
    const nowMs = clock.nowMs();
    const kept = await sessionToKeep(visitor, inviteId);
    if (kept !== null) await stores.sessions.prolong(kept, nowMs + ownPlaceMs);
    const begun = kept === null ? await sessions.beginForOwnPlace(inviteId) : null;
    const sessionId = kept ?? begun?.sessionId;
    if (sessionId !== undefined) await personalSessions.addFor(sessionId, personId, nowMs);
    return begun;
  }

  async function sessionToKeep(
    { principal, sessionId }: Visitor,
    inviteId: StoredOwnLink["inviteId"],
  ): Promise<string | null> {
    if (principal.kind !== "guest" || principal.role !== "practitioner") return null;
    const invite = await stores.invites.find(inviteId);
    const [here, there] = await Promise.all([
      stores.reviews.find(principal.reviewId),
      invite === null ? null : stores.reviews.find(invite.reviewId),
    ]);
    return here !== null && here.journeyId === there?.journeyId ? sessionId : null;
  }

  return {
    read,

    close: async (visitor, browserId) => {
      const { own, sessionId } = visitor;
      if (own !== null && browserId !== sessionId) {
        const isClosed = await personalSessions.endOf(own.personId, browserId);
        if (isClosed) access.announce({ kind: "session-ended", sessionId: browserId });
      }
      return await read(visitor);
    },

    makeLink: async ({ own, inviteId }, lasts) => {
      if (own === null || inviteId === null) return null;
      const secret = random.secret();
      const nowMs = clock.nowMs();
      const closesAtMs = nowMs + lastsMs[lasts];
      const link = { personId: own.personId, inviteId, secretHash: hashSecret(secret), closesAtMs };
      await ownLinks.put(link, nowMs);
      return { secret, closesAtMs };
    },

    endLink: async (visitor) => {
      if (visitor.own !== null) await ownLinks.end(visitor.own.personId);
      return await read(visitor);
    },

    open: async (visitor, secret) => {
      const link = await ownLinks.find(hashSecret(secret), clock.nowMs());
      if (link === null) return fail("link-ended");
      if (visitor.own?.personId === link.personId) return ok(null);
      if (!(await ownLinks.take(link.secretHash))) return fail("link-ended");
      return ok(await letIn(visitor, link));
    },
  };
}
