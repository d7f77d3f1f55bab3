import type { AppContext, Visitor } from "#server/context.ts";
import type { StoredInvite } from "#server/storage/stores.ts";
import type { AccountId } from "#shared/domain/ids.ts";
import { hashSecret } from "./tokens.ts";

const hourMs = 60 * 60_000;

/** How long somebody stays signed in, whatever they do. */
export const guiderSessionMs = 10 * hourMs;

/**
 * A guest's session outlives the link by a day, so that the page can say the link has ended and whom to
 * ask; it opens nothing then.
 */
export const guestSessionGraceMs = 24 * hourMs;

/** A new session's cookie value, which is known to the browser alone. */
export interface NewSession {
  readonly token: string;
  readonly tokenHash: string;
  readonly maxAgeMs: number;
}

/** Begins and ends sessions. Every sign-in and every opened link gets a token of its own. */
export interface Sessions {
  beginForAccount(accountId: AccountId): Promise<NewSession>;
  beginForInvite(invite: Pick<StoredInvite, "inviteId" | "closesAtMs">): Promise<NewSession>;
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
    await stores.sessions.add({ tokenHash, sessionId: random.uuid(), holder, expiresAtMs }, nowMs);
    return { token, tokenHash, maxAgeMs };
  }

  return {
    beginForAccount: (accountId) => begin({ kind: "account", accountId }, guiderSessionMs),
    beginForInvite: ({ inviteId, closesAtMs }) =>
      begin({ kind: "invite", inviteId }, closesAtMs + guestSessionGraceMs - clock.nowMs()),
    end: async ({ tokenHash, sessionId }) => {
      if (tokenHash === null || sessionId === null) return;
      await stores.sessions.end(tokenHash);
      access.announce({ kind: "session-ended", sessionId });
    },
  };
}
