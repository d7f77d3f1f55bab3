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

    it("[JN38] knows every browser a place opens in, and ends those of its own person alone", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const { journeyId, practitionerPersonId: personId, childPersonId } = journey;
      const build = async () =>
        await buildInviteSession(stores, await storeReview(stores, journey));
      const [first, other, newer] = [await build(), await build(), await build()];
      for (const one of [first, other, newer]) await stores.sessions.add(one, morningMs);
      const { personalSessions } = stores;

      await personalSessions.add(first.sessionId, journeyId, morningMs);
      await personalSessions.addFor(other.sessionId, personId, morningMs + 1);
      await personalSessions.move(first.sessionId, newer.sessionId);

      expect(await personalSessions.listOf(personId, morningMs)).toEqual([
        { sessionId: newer.sessionId, sinceMs: morningMs },
        { sessionId: other.sessionId, sinceMs: morningMs + 1 },
      ]);
      expect(await personalSessions.endOf(childPersonId, other.sessionId)).toBe(false);
      expect(await personalSessions.endOf(personId, other.sessionId)).toBe(true);
      expect(await stores.sessions.find(other.tokenHash, morningMs)).toBeNull();
      expect(await personalSessions.listOf(personId, morningMs)).toHaveLength(1);
      expect(await personalSessions.listOf(personId, expiresAtMs)).toEqual([]);
    });

    it("[JN38] a link to a place opens once and until its end, and a new one ends the one before", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const { journeyId, practitionerPersonId: personId } = journey;
      const session = await buildInviteSession(stores, await storeReview(stores, journey));
      if (session.holder.kind !== "invite") throw new Error("built for an invite");
      await stores.sessions.add(session, morningMs);
      const { inviteId } = session.holder;
      const build = () => ({
        personId,
        inviteId,
        secretHash: newSecretHash(),
        closesAtMs: expiresAtMs,
      });
      const [first, second] = [build(), build()];

      await stores.ownLinks.put(first, morningMs);
      await stores.ownLinks.put(second, morningMs);

      expect(await stores.ownLinks.find(first.secretHash, morningMs)).toBeNull();
      expect(await stores.ownLinks.find(second.secretHash, morningMs)).toEqual(second);
      expect(await stores.ownLinks.find(second.secretHash, expiresAtMs)).toBeNull();
      expect(await stores.ownLinks.waitsUntilMs(personId, morningMs)).toBe(expiresAtMs);
      // While it waits, nobody who is let in elsewhere comes before whoever has the link.
      const letIn = (atMs: number) =>
        stores.personalSessions.addFirst(session.sessionId, journeyId, atMs);
      expect(await letIn(morningMs)).toBe(false);
      const taken = await Promise.all([1, 2].map(() => stores.ownLinks.take(second.secretHash)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await stores.ownLinks.waitsUntilMs(personId, morningMs)).toBeNull();
      expect(await letIn(morningMs)).toBe(true);
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
