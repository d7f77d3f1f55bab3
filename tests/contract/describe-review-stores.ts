import { describe, expect, it } from "vitest";
import {
  buildInvite,
  morningMs,
  newId,
  newSecretHash,
  storeJourney,
  storeReview,
} from "#tests/helpers/build-records.ts";
import type { MakeStores } from "./make-stores.ts";

/** What every store of reviews does. */
export function describeReviewStore(engine: string, makeStores: MakeStores): void {
  describe(`reviews in ${engine}`, () => {
    it("keeps a review with whose it is, its state and its lock", async () => {
      const stores = await makeStores();
      const { journeyId, guiderId, cycleId, ...journey } = await storeJourney(stores);
      const reviewId = await storeReview(stores, { journeyId, guiderId, cycleId, ...journey });
      const whose = { reviewId, journeyId, guiderId, cycleId, cycleNumber: 1 };
      const facts = { ...whose, startsAtMs: morningMs, kind: "review", journeyEnded: false };
      expect(await stores.reviews.find(reviewId)).toEqual({
        ...facts,
        state: "planned",
        locked: false,
        practitionerFirst: true,
      });

      await stores.reviews.setState(reviewId, "live", morningMs);
      await stores.reviews.setLocked(reviewId, true);
      await stores.reviews.setPractitionerFirst(reviewId, false);

      expect(await stores.reviews.find(reviewId)).toEqual({
        ...facts,
        state: "live",
        locked: true,
        practitionerFirst: false,
      });
      expect(await stores.reviews.find(newId.review())).toBeNull();
    });

    it("[DR11] keeps an ended review ended, whoever opens its room at that moment", async () => {
      const stores = await makeStores();
      const reviewId = await storeReview(stores);

      await stores.reviews.setState(reviewId, "ended", morningMs);
      await stores.reviews.setState(reviewId, "live", morningMs);

      expect(await stores.reviews.find(reviewId)).toMatchObject({ state: "ended" });
    });
  });
}

/** What every store of review links does. */
export function describeInviteStore(engine: string, makeStores: MakeStores): void {
  describe(`review links in ${engine}`, () => {
    it("finds a link by its id and by the hash of its secret", async () => {
      const stores = await makeStores();
      const invite = buildInvite(await storeReview(stores));

      await stores.invites.add(invite, morningMs);

      expect(await stores.invites.find(invite.inviteId)).toEqual(invite);
      expect(await stores.invites.findBySecretHash(invite.secretHash)).toEqual(invite);
      expect(await stores.invites.findBySecretHash(newSecretHash())).toBeNull();
    });

    it("lists the links of one review in the order they were made", async () => {
      const stores = await makeStores();
      const reviewId = await storeReview(stores);
      const invites = [buildInvite(reviewId), buildInvite(reviewId, { role: "supervisor" })];
      for (const [place, invite] of invites.entries()) await stores.invites.add(invite, place);
      await stores.invites.add(buildInvite(await storeReview(stores)), morningMs);

      expect(await stores.invites.listOfReview(reviewId)).toEqual(invites);
    });

    it("binds a link to one session, to another, and to none", async () => {
      const stores = await makeStores();
      const invite = buildInvite(await storeReview(stores));
      await stores.invites.add(invite, morningMs);

      for (const boundSessionId of ["first", "second", null]) {
        await stores.invites.bind(invite.inviteId, boundSessionId);
        expect(await stores.invites.find(invite.inviteId)).toEqual({ ...invite, boundSessionId });
      }
    });

    it("remembers when a link was first taken back", async () => {
      const stores = await makeStores();
      const invite = buildInvite(await storeReview(stores));
      await stores.invites.add(invite, morningMs);

      await stores.invites.revoke(invite.inviteId, morningMs + 1);
      await stores.invites.revoke(invite.inviteId, morningMs + 2);

      expect((await stores.invites.find(invite.inviteId))?.revokedAtMs).toBe(morningMs + 1);
    });

    it("[ST1] refuses a link's secret that was not hashed, and the same hash twice", async () => {
      const stores = await makeStores();
      const reviewId = await storeReview(stores);
      const invite = buildInvite(reviewId);
      await stores.invites.add(invite, morningMs);

      const { secretHash } = invite;
      const bare = stores.invites.add(buildInvite(reviewId, { secretHash: "secret" }), morningMs);
      await expect(bare).rejects.toThrow(/constraint/i);
      const twice = stores.invites.add(buildInvite(reviewId, { secretHash }), morningMs);
      await expect(twice).rejects.toThrow(/constraint/i);
    });
  });
}

/** What every store of rooms does. */
export function describeRoomStateStore(engine: string, makeStores: MakeStores): void {
  describe(`what is kept of rooms in ${engine}`, () => {
    it("[ST7] gives back the latest state and the frame of the latest heartbeat after it", async () => {
      const stores = await makeStores();
      const reviewId = await storeReview(stores);
      expect(await stores.rooms.load(reviewId)).toBeNull();

      await stores.rooms.save(reviewId, "first");
      await stores.rooms.saveHeartbeat(reviewId, 41);
      await stores.rooms.saveHeartbeat(reviewId, 42);
      const playing = await stores.rooms.load(reviewId);
      await stores.rooms.save(reviewId, "second");

      expect(playing).toEqual({ state: "first", heartbeatFrame: 42 });
      expect(await stores.rooms.load(reviewId)).toEqual({ state: "second", heartbeatFrame: null });
    });
  });
}
