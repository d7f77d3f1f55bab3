import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { StoredSession, Stores } from "#server/storage/stores.ts";
import {
  buildAccount,
  buildInvite,
  morningMs,
  newSecretHash,
  storeJourney,
  storeReview,
} from "#tests/helpers/build-records.ts";
import type { ReviewId } from "#shared/domain/ids.ts";
import type { MakeStores } from "./make-stores.ts";

const expiresAtMs = morningMs + 60_000;

/** What every store of sessions does. */
export function describeSessionStore(engine: string, makeStores: MakeStores): void {
  describe(`sessions in ${engine}`, () => {
    it("gives back the session of an account and of an invite", async () => {
      const stores = await makeStores();
      const ofAccount = await buildAccountSession(stores);
      const ofInvite = await buildInviteSession(stores);

      await stores.sessions.add(ofAccount, morningMs);
      await stores.sessions.add(ofInvite, morningMs);

      expect(await stores.sessions.find(ofAccount.tokenHash, morningMs)).toEqual(ofAccount);
      expect(await stores.sessions.find(ofInvite.tokenHash, morningMs)).toEqual(ofInvite);
    });

    it("[JN4] knows in which browsers a practitioner was let in, until the session ends", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const session = await buildInviteSession(stores, await storeReview(stores, journey));
      await stores.sessions.add(session, morningMs);
      const { sessionId } = session;
      const { journeyId, practitionerPersonId: personId } = journey;

      expect(await stores.personalSessions.find(sessionId)).toBeNull();
      await stores.personalSessions.add(sessionId, journeyId, morningMs);
      await stores.personalSessions.add(sessionId, journeyId, morningMs + 1);

      expect(await stores.personalSessions.find(sessionId)).toEqual({ journeyId, personId });
      await stores.sessions.end(session.tokenHash);
      expect(await stores.personalSessions.find(sessionId)).toBeNull();
    });

    it("[JN4] whoever is let in later gets no place that another browser has, nor one with words in it", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const { journeyId, practitionerPersonId: personId } = journey;
      const begin = async () => {
        const session = await buildInviteSession(stores, await storeReview(stores, journey));
        await stores.sessions.add(session, morningMs);
        return session;
      };
      const letIn = ({ sessionId }: { readonly sessionId: string }) =>
        stores.personalSessions.addFirst(sessionId, journeyId, morningMs);
      const [first, second, third] = [await begin(), await begin(), await begin()];

      expect([await letIn(first), await letIn(second), await letIn(first)]).toEqual([
        true,
        false,
        true,
      ]);
      await stores.sessions.end(first.tokenHash);
      expect(await letIn(second)).toBe(true);
      const place = { personId, reviewId: null, moment: "followUp" } as const;
      await stores.checkIns.keep(place, new Uint8Array([1]), morningMs);
      await stores.sessions.end(second.tokenHash);
      expect(await letIn(third)).toBe(false);
      expect(await stores.personalSessions.find(third.sessionId)).toBeNull();
    });

    it("[ST2] a session that is prolonged lasts until then, and is never cut short", async () => {
      const stores = await makeStores();
      const session = await buildInviteSession(stores);
      await stores.sessions.add(session, morningMs);

      await stores.sessions.prolong(session.sessionId, expiresAtMs + 1_000);
      await stores.sessions.prolong(session.sessionId, expiresAtMs - 1_000);

      const { tokenHash } = session;
      expect(await stores.sessions.find(tokenHash, expiresAtMs + 999)).not.toBeNull();
      expect(await stores.sessions.find(tokenHash, expiresAtMs + 1_000)).toBeNull();
    });

    it("[ST2] finds a session until the instant it expires", async () => {
      const stores = await makeStores();
      const session = await buildAccountSession(stores);
      await stores.sessions.add(session, morningMs);

      expect(await stores.sessions.find(session.tokenHash, expiresAtMs - 1)).toEqual(session);
      expect(await stores.sessions.find(session.tokenHash, expiresAtMs)).toBeNull();
    });

    it("[ST2] finds no session that was ended", async () => {
      const stores = await makeStores();
      const session = await buildAccountSession(stores);
      await stores.sessions.add(session, morningMs);

      await stores.sessions.end(session.tokenHash);

      expect(await stores.sessions.find(session.tokenHash, morningMs)).toBeNull();
    });

    it("[ST2] ends all sessions of one invite and no other", async () => {
      const stores = await makeStores();
      const first = await buildInviteSession(stores);
      const second = { ...first, tokenHash: newSecretHash(), sessionId: randomUUID() };
      const other = await buildInviteSession(stores);
      for (const session of [first, second, other]) await stores.sessions.add(session, morningMs);
      if (first.holder.kind !== "invite") throw new Error("built for an invite");

      await stores.sessions.endAllOfInvite(first.holder.inviteId);

      expect(await stores.sessions.find(first.tokenHash, morningMs)).toBeNull();
      expect(await stores.sessions.find(second.tokenHash, morningMs)).toBeNull();
      expect(await stores.sessions.find(other.tokenHash, morningMs)).toEqual(other);
    });

    it("[ST1] refuses a token that was not hashed", async () => {
      const stores = await makeStores();
      const session = await buildAccountSession(stores);
      const bareToken = randomBytes(32).toString("base64url");

      const adding = stores.sessions.add({ ...session, tokenHash: bareToken }, morningMs);

      await expect(adding).rejects.toThrow(/constraint/i);
    });
  });
}

async function buildAccountSession(stores: Stores): Promise<StoredSession> {
  const account = buildAccount();
  await stores.accounts.add(account, morningMs);
  return buildSession({ kind: "account", accountId: account.accountId });
}

async function buildInviteSession(stores: Stores, reviewId?: ReviewId): Promise<StoredSession> {
  const invite = buildInvite(reviewId ?? (await storeReview(stores)));
  await stores.invites.add(invite, morningMs);
  return buildSession({ kind: "invite", inviteId: invite.inviteId });
}

function buildSession(holder: StoredSession["holder"]): StoredSession {
  return { tokenHash: newSecretHash(), sessionId: randomUUID(), holder, expiresAtMs };
}
