import type { AppContext, Visitor } from "#server/context.ts";
import type { StoredInvite } from "#server/storage/stores.ts";
import type { AccountId, InviteId } from "#shared/domain/ids.ts";
import { hashSecret } from "./tokens.ts";

const hourMs = 60 * 60_000;

/** How long somebody stays signed in, whatever they do. */
export const guiderSessionMs = 10 * hourMs;

/**
 * A guest's session outlives the link by a day, so that the page can say the link has ended and whom to
 * ask; it opens nothing then.
 */
export const guestSessionGraceMs = 24 * hourMs;

/** A practitioner who was let in keeps the own place in this browser for a year from then. */
export const ownPlaceMs = 365 * 24 * hourMs;

/** A new session's cookie value, which is known to the browser alone. */
export interface NewSession {
  readonly token: string;
  readonly tokenHash: string;
  readonly sessionId: string;
  readonly maxAgeMs: number;
}

/** Begins and ends sessions. Every sign-in and every opened link gets a token of its own. */
export interface Sessions {
  beginForAccount(accountId: AccountId): Promise<NewSession>;
  beginForInvite(
    invite: Pick<StoredInvite, "inviteId" | "role" | "closesAtMs">,
  ): Promise<NewSession>;
  /** For a browser in which the own place of this link's practitioner opens now. */
  beginForOwnPlace(inviteId: InviteId): Promise<NewSession>;
  /** Ends it everywhere within a second. */
  end(visitor: Visitor): Promise<void>;
}

/** Sessions as stored: the token's hash only. */
export function createSessions(
  context: Pick<AppContext, "clock" | "random" | "stores" | "access">,
): Sessions {
  const { clock, random, stores, access } = context;

  async function begin(
    holder: Parameters<typeof stores.sessions.add>[0]["holder"],
    maxAgeMs: number,
  ): Promise<NewSession> {
    const token = random.secret();
    const tokenHash = hashSecret(token);
    const nowMs = clock.nowMs();
    const expiresAtMs = nowMs + maxAgeMs;
    const sessionId = random.uuid();
    await stores.sessions.add({ tokenHash, sessionId, holder, expiresAtMs }, nowMs);
    return { token, tokenHash, sessionId, maxAgeMs };
  }

  return {
    beginForAccount: (accountId) => begin({ kind: "account", accountId }, guiderSessionMs),
    beginForInvite: async ({ inviteId, role, closesAtMs }) => {
      const lastsMs = closesAtMs + guestSessionGraceMs - clock.nowMs();
      const session = await begin({ kind: "invite", inviteId }, lastsMs);
      // The browser keeps the cookie for as long as being let in can make the session last.
      return role === "practitioner" ? { ...session, maxAgeMs: lastsMs + ownPlaceMs } : session;
    },
    beginForOwnPlace: (inviteId) => begin({ kind: "invite", inviteId }, ownPlaceMs),
    end: async ({ tokenHash, sessionId }) => {
      if (tokenHash === null || sessionId === null) return;
      await stores.sessions.end(tokenHash);
      access.announce({ kind: "session-ended", sessionId });
    },
  };
}
