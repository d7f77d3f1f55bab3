import { describe, expect, it } from "vitest";
import type { ThingRef } from "#server/storage/stores.ts";
import {
  buildInvite,
  morningMs,
  newId,
  storeClip,
  storeJourney,
  storeReview,
} from "#tests/helpers/build-records.ts";
import type { MakeStores } from "./make-stores.ts";

/** What every store of journeys does. */
export function describeJourneyStore(engine: string, makeStores: MakeStores): void {
  describe(`journeys in ${engine}`, () => {
    it("starts a journey with one cycle, the child and the practitioner", async () => {
      const stores = await makeStores();

      const journey = await storeJourney(stores);

      expect(await stores.journeys.read(journey.journeyId)).toMatchObject({
        practitionerName: "Callum",
        childName: "Ada",
        setting: "nursery",
        helpingQuestion: "",
        goals: [],
        people: [
          { personId: journey.childPersonId, name: "Ada", relation: "child" },
          { personId: journey.practitionerPersonId, name: "Callum", relation: "practitioner" },
        ],
        cycles: [{ cycleId: journey.cycleId, number: 1, clips: [], reviews: [], aims: [] }],
      });
    });

    it("lists a guider's own journeys only, the newest first", async () => {
      const stores = await makeStores();
      const older = await storeJourney(stores);
      const newer = await storeJourney(stores, { guiderId: older.guiderId, atMs: morningMs + 1 });
      await storeJourney(stores);

      const listed = await stores.journeys.list(older.guiderId);

      expect(listed.map((each) => each.journeyId)).toEqual([newer.journeyId, older.journeyId]);
      expect(listed[0]).toMatchObject({ childName: "Ada", cycles: 1 });
    });

    it("[T4] a journey links to plans only when that is switched on, and no longer when it is off", async () => {
      const stores = await makeStores();
      const { journeyId } = await storeJourney(stores);
      const usesOutcomes = async () => (await stores.journeys.read(journeyId))?.usesOutcomes;

      expect(await usesOutcomes()).toBe(false);
      await stores.journeys.setUsesOutcomes(journeyId, true);
      expect(await usesOutcomes()).toBe(true);
      await stores.journeys.setUsesOutcomes(journeyId, false);
      expect(await usesOutcomes()).toBe(false);
    });

    it("replaces the helping question and all goals", async () => {
      const { journeys, ...stores } = await makeStores();
      const { journeyId } = await storeJourney({ journeys, ...stores });
      const goal = { text: "wait a little longer", baseline: 3, hopedFor: 7, outcome: "" };
      const first = { ...goal, goalId: newId.goal() };
      const second = { ...goal, goalId: newId.goal(), baseline: null, hopedFor: null };
      await journeys.setGoals(journeyId, [{ ...goal, goalId: newId.goal() }]);

      await journeys.setGoals(journeyId, [first, second]);
      await journeys.setHelpingQuestion(journeyId, "How do we take turns?");

      expect(await journeys.read(journeyId)).toMatchObject({
        helpingQuestion: "How do we take turns?",
        goals: [first, second],
      });
    });

    it("[JN3] keeps a goal's ratings when the goals change their order and words, and no others'", async () => {
      const stores = await makeStores();
      const { journeys } = stores;
      const { journeyId, cycleId } = await storeJourney(stores);
      const goal = { text: "wait", baseline: 3, hopedFor: 7, outcome: "" };
      const [first, second] = [newId.goal(), newId.goal()];
      await journeys.setGoals(journeyId, [
        { ...goal, goalId: first },
        { ...goal, goalId: second },
      ]);
      await journeys.rateGoal({ goalId: first, cycleId, value: 4 }, morningMs);
      await journeys.rateGoal({ goalId: second, cycleId, value: 9 }, morningMs);

      await journeys.setGoals(journeyId, [
        { ...goal, goalId: newId.goal() },
        { ...goal, goalId: first, text: "wait for two breaths" },
      ]);

      const goals = (await journeys.read(journeyId))?.goals;
      expect(goals?.map(({ ratings }) => ratings)).toEqual([[], [{ cycleNumber: 1, value: 4 }]]);
      await journeys.rateGoal({ goalId: first, cycleId, value: null }, morningMs);
      expect((await journeys.read(journeyId))?.goals[1]?.ratings).toEqual([]);
    });

    it("[ST3] keeps the goals there were when the new ones cannot be kept", async () => {
      const stores = await makeStores();
      const { journeyId } = await storeJourney(stores);
      const goal = { goalId: newId.goal(), text: "wait", baseline: 3, hopedFor: 7, outcome: "" };
      await stores.journeys.setGoals(journeyId, [goal]);

      const replacing = stores.journeys.setGoals(journeyId, [{ ...goal, baseline: 11 }]);

      await expect(replacing).rejects.toThrow(/constraint/i);
      expect((await stores.journeys.read(journeyId))?.goals).toEqual([{ ...goal, ratings: [] }]);
    });

    it("[ST4] says notAsked for every purpose nobody has answered", async () => {
      const stores = await makeStores();
      const { childPersonId } = await storeJourney(stores);

      const person = await stores.journeys.readPerson(childPersonId);

      expect(person?.permissions).toEqual({
        film: "notAsked",
        sharedReview: "notAsked",
        supervisorSeesClips: "notAsked",
        recordReview: "notAsked",
        practitionerKeepsStills: "notAsked",
        showcase: "notAsked",
        training: "notAsked",
      });
    });

    it("[ST4] [JN20] keeps the latest answer for each purpose on its own, and when it was given", async () => {
      const stores = await makeStores();
      const { childPersonId } = await storeJourney(stores);
      await stores.journeys.recordPermission(childPersonId, "film", "given", morningMs);
      await stores.journeys.recordPermission(childPersonId, "training", "refused", morningMs);

      await stores.journeys.recordPermission(childPersonId, "film", "withdrawn", morningMs + 1);

      const person = await stores.journeys.readPerson(childPersonId);
      expect(person?.permissions).toMatchObject({
        film: "withdrawn",
        training: "refused",
        sharedReview: "notAsked",
      });
      expect(person?.decidedAtMs).toEqual({ film: morningMs + 1, training: morningMs });
    });

    it("adds people behind those who are there", async () => {
      const stores = await makeStores();
      const { journeyId } = await storeJourney(stores);
      const personId = newId.person();

      await stores.journeys.addPerson(
        { personId, journeyId, name: "Sam", relation: "parentCarer" },
        morningMs,
      );

      const people = (await stores.journeys.read(journeyId))?.people;
      expect(people?.map((person) => person.name)).toEqual(["Ada", "Callum", "Sam"]);
    });

    it("numbers cycles one after the other, however many are added at once", async () => {
      const stores = await makeStores();
      const { journeyId } = await storeJourney(stores);

      const numbers = await Promise.all(
        [newId.cycle(), newId.cycle(), newId.cycle()].map((cycleId) =>
          stores.journeys.addCycle({ cycleId, journeyId }, morningMs),
        ),
      );

      expect(numbers.toSorted((a, b) => a - b)).toEqual([2, 3, 4]);
    });

    it("keeps the aims of a finished review with its cycle", async () => {
      const stores = await makeStores();
      const { journeyId, cycleId } = await storeJourney(stores);
      await stores.journeys.keepAims(cycleId, [{ text: "name what she sees", whereWhen: "" }]);
      const wait = { text: "wait", whereWhen: "at snack time, tomorrow" };
      const follow = { text: "follow", whereWhen: "" };

      await stores.journeys.keepAims(cycleId, [wait, follow]);

      expect((await stores.journeys.read(journeyId))?.cycles[0]?.aims).toEqual([
        { ...wait, howDidItGo: "" },
        { ...follow, howDidItGo: "" },
      ]);
    });

    it("[BD58] keeps how each aim went, and leaves one alone that has other words by now", async () => {
      const stores = await makeStores();
      const { journeyId, cycleId } = await storeJourney(stores);
      await stores.journeys.keepAims(cycleId, [
        { text: "wait", whereWhen: "" },
        { text: "follow", whereWhen: "" },
      ]);

      await stores.journeys.keepHowItWent(cycleId, [
        { position: 0, text: "wait", howDidItGo: "He fills it now." },
        { position: 1, text: "hum", howDidItGo: "Said of another aim." },
      ]);

      expect((await stores.journeys.read(journeyId))?.cycles[0]?.aims).toMatchObject([
        { text: "wait", howDidItGo: "He fills it now." },
        { text: "follow", howDidItGo: "" },
      ]);

      const after = ["wait", "hum", "follow"].map((text) => ({ text, whereWhen: "" }));
      await stores.journeys.keepAims(cycleId, after);
      expect((await stores.journeys.read(journeyId))?.cycles[0]?.aims).toMatchObject([
        { text: "wait", howDidItGo: "He fills it now." },
        { text: "hum", howDidItGo: "" },
        { text: "follow", howDidItGo: "" },
      ]);
    });

    it("shows reviews with their links, and what became of each link", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const reviewId = await storeReview(stores, journey);
      const invites = [
        buildInvite(reviewId),
        buildInvite(reviewId),
        buildInvite(reviewId),
      ] as const;
      for (const [place, invite] of invites.entries()) await stores.invites.add(invite, place);
      await stores.invites.bind(invites[1].inviteId, "session");
      await stores.invites.bind(invites[2].inviteId, "session");
      await stores.invites.revoke(invites[2].inviteId, morningMs);

      const cycles = (await stores.journeys.read(journey.journeyId))?.cycles;

      expect(cycles?.[0]?.reviews).toMatchObject([
        {
          reviewId,
          state: "planned",
          locked: false,
          invites: [{ state: "issued" }, { state: "bound" }, { state: "revoked" }],
        },
      ]);
      expect(JSON.stringify(cycles)).not.toContain(invites[0].secretHash);
    });

    it("[ST5] finds the journey and guider behind every kind of thing", async () => {
      const stores = await makeStores();
      const journey = await storeJourney(stores);
      const clipId = await storeClip(stores, journey);
      const reviewId = await storeReview(stores, journey);
      const invite = buildInvite(reviewId);
      await stores.invites.add(invite, morningMs);
      await stores.reviews.setState(reviewId, "live", morningMs);
      const things: ThingRef[] = [
        { kind: "journey", id: journey.journeyId },
        { kind: "cycle", id: journey.cycleId },
        { kind: "person", id: journey.childPersonId },
        { kind: "clip", id: clipId },
        { kind: "review", id: reviewId },
        { kind: "invite", id: invite.inviteId },
      ];

      const owners = await Promise.all(things.map((each) => stores.journeys.ownershipOf(each)));

      const { journeyId, guiderId } = journey;
      const owner = { journeyId, guiderId, journeyEnded: false };
      const review = { id: reviewId, state: "live" };
      expect(owners.slice(0, 4)).toEqual(Array(4).fill({ ...owner, review: null }));
      expect(owners.slice(4)).toEqual(Array(2).fill({ ...owner, review }));
    });

    it("[JN70] [JN86] keeps a journey's planned end, then its end until it is taken up again, and everything of it knows", async () => {
      const { journeys, ...stores } = await makeStores();
      const { journeyId, cycleId } = await storeJourney({ journeys, ...stores });
      const planned = { keeps: "the report", deletesOn: "2026-04-30" };
      const end = { ...planned, endedAtMs: morningMs, reason: "" };
      const read = async () => {
        const { journeyEnded } = (await journeys.ownershipOf({ kind: "cycle", id: cycleId })) ?? {};
        const journey = await journeys.read(journeyId);
        return { journeyEnded, end: journey?.end, plannedEnd: journey?.plannedEnd };
      };

      await journeys.planEnd(journeyId, planned);
      expect(await read()).toEqual({ journeyEnded: false, end: null, plannedEnd: planned });

      await journeys.setEnd(journeyId, end);
      await journeys.planEnd(journeyId, { keeps: "other words", deletesOn: null });
      expect(await read()).toMatchObject({ journeyEnded: true, end });

      await journeys.setEnd(journeyId, null);
      expect(await read()).toEqual({ journeyEnded: false, end: null, plannedEnd: planned });
    });

    it("[ST5] finds no owner of a thing that is not there", async () => {
      const { journeys } = await makeStores();

      expect(await journeys.ownershipOf({ kind: "journey", id: newId.journey() })).toBeNull();
      expect(await journeys.ownershipOf({ kind: "invite", id: newId.invite() })).toBeNull();
      expect(await journeys.read(newId.journey())).toBeNull();
      expect(await journeys.readPerson(newId.person())).toBeNull();
    });
  });
}
