import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { defaultFramework } from "#shared/board/framework.ts";
import { permissionTable } from "#shared/domain/permissions.ts";
import { noAnswers } from "#shared/domain/check-in.ts";
import { httpApi, mediaPath } from "#shared/protocol/http-api.ts";
import { passwordSchema } from "#shared/protocol/session.ts";
import { secretSchema } from "#shared/protocol/secret.ts";
import type { RouteName } from "#shared/protocol/http-api.ts";
import type { Route } from "#shared/protocol/http-route.ts";

const routes = Object.entries(httpApi) as [RouteName, Route][];
const secret = "s".repeat(43);

/** One body that each route takes; a route without a body has none. */
const bodies: Partial<Record<RouteName, unknown>> = {
  endSession: { sharedComputer: false },
  setUp: { secret, name: "Nadia", password: "a long pass phrase" },
  signIn: { name: "Nadia", password: "a long pass phrase" },
  signInToDemo: { secret },
  createJourney: { practitionerName: "Callum", childName: "Ada", setting: "" },
  setHelpingQuestion: { helpingQuestion: "" },
  setGoals: [{ text: "calm meals", baseline: null, hopedFor: 7 }],
  withdrawOwn: { purpose: "film" },
  closeOwnDoor: { browserId: randomUUID() },
  makeOwnLink: { lasts: "wayBack" },
  openOwnLink: { secret: "s".repeat(43) },
  keepCheckIn: { place: { moment: "followUp", reviewId: null }, answers: noAnswers },
  shareCheckIn: { place: { moment: "followUp", reviewId: null }, isShared: true },
  rateGoal: { goalId: randomUUID(), cycleNumber: 1, value: 4 },
  setJourneyTags: { usesOutcomes: true },
  openRewatch: { closesAtMs: 1 },
  addPerson: { name: "Ben", relation: "inShot" },
  recordPermission: { purpose: "film", status: "given" },
  addClip: { title: "Blocks", initiative: "looked", description: "", peopleInShot: [randomUUID()] },
  setClipWords: {
    title: "Blocks",
    initiative: "looked",
    modality: null,
    why: "",
    description: "",
    peopleInShot: [randomUUID()],
    captions: "",
    marks: [],
  },
  setClipOrder: { clipIds: [] },
  planReview: { startsAtMs: 1 },
  lockReview: { locked: true },
  setPreparation: { preparation: "" },
  endJourney: { reason: "", keeps: "", deletesOn: "2026-05-08" },
  setPractitionerFirst: { practitionerFirst: true },
  keepMyNote: { observationId: null, words: "" },
  keepReport: { guiderWords: "", usesInitials: true, withStills: false },
  writeInReport: { reviewId: randomUUID(), words: "", wellbeing: "" },
  agreeToReport: { reviewId: randomUUID(), sha256: "a".repeat(64), isAgreed: true },
  keepSummary: { childAs: "pupil", intro: "", lines: [], closing: "" },
  shareSummary: { forWhom: "the headteacher", closesAtMs: 1 },
  closeSummaryLink: { linkId: randomUUID() },
  setAgreedWithPeople: { lawfulBasis: "publicTask", assentSigns: "" },
  addDissent: { happenedOn: "2026-11-20", words: "turned away" },
  removeDissent: { dissentId: randomUUID() },
  issuePersonLink: { closesAtMs: 1 },
  revokePersonLink: { linkId: randomUUID() },
  openHeld: { secret },
  withdrawHeld: { secret, personId: randomUUID(), purpose: "film" },
  setStage: { stage: "2" },
  addSupervision: { heldOn: "2026-11-20", withWhom: "Helen" },
  removeSupervision: { supervisionId: randomUUID() },
  keepWorkingPoint: { words: "" },
  setCountsPauses: { countsPauses: true },
  setOrganisation: {
    name: "Birch Lane",
    clipsKeptDays: 60,
    wordsKeptMonths: 12,
    keptLongerWhy: "",
    safeguardingContact: "",
    language: "en",
  },
  closeAccount: { accountId: randomUUID(), isClosed: true },
  inviteColleague: { name: "Priya", role: "orgAdmin" },
  endColleagueInvite: { accountInviteId: randomUUID() },
  readJoining: { secret },
  join: { secret, name: "Priya", password: "a long pass phrase" },
  setFramework: { families: defaultFramework.families },
  issueInvite: { name: "Helen", role: "supervisor" },
  answerKnock: { knockId: randomUUID(), answer: "let-in" },
  openWayIn: { secret },
};
const withBody = routes.filter(([, { body }]) => body !== null);

describe("the table of routes", () => {
  it("[DR15] asks of each route an action that stands in the permission table", () => {
    const strange = routes.filter(([, { action }]) => !Object.hasOwn(permissionTable, action));

    expect(routes.length).toBeGreaterThan(20);
    expect(strange).toEqual([]);
  });

  it.each(routes)(
    "[DR16] %s takes the ids that stand in its path, and no other",
    (_name, route) => {
      const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
      const ids: Record<string, string> = Object.fromEntries(
        inPath.map((name) => [name, randomUUID()]),
      );

      expect(Object.keys(route.params.shape)).toEqual(inPath);
      expect(inPath.length).toBeLessThanOrEqual(2);
      expect(route.params.safeParse(ids).success).toBe(true);
      expect(route.params.safeParse({ ...ids, more: randomUUID() }).success).toBe(false);
      for (const name of inPath) {
        expect(route.params.safeParse({ ...ids, [name]: "../1" }).success).toBe(false);
      }
    },
  );

  it("[DR15] has no two routes at one address", () => {
    const places = routes.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ":")}`);

    expect(new Set(places).size).toBe(places.length);
    expect(places.every((place) => place.includes(" /api/"))).toBe(true);
    expect(mediaPath.startsWith("/api/")).toBe(false);
  });

  it("[DR17] changes nothing by an address that is only read", () => {
    const reads = routes.filter(([, { method }]) => method === "GET");
    const answersNothing = ({ answer, file }: Route) => answer === null && file !== "answer";

    expect(reads.filter(([, route]) => route.body !== null || answersNothing(route))).toEqual([]);
  });

  it("[DR16] this test has a body for each route that takes one", () => {
    expect(withBody.map(([name]) => name).toSorted()).toEqual(Object.keys(bodies).toSorted());
  });

  it.each(withBody)(
    "[DR16] %s takes its body and refuses a fact that it does not know",
    (name, route) => {
      const body = bodies[name];
      const [one] = Array.isArray(body) ? (body as unknown[]) : [body];
      const more = { ...(one as object), surname: "L" }; // each body, or each of its list, is an object
      const wrong = Array.isArray(body) ? [more] : more;

      expect(route.body?.safeParse(body).success).toBe(true);
      expect(route.body?.safeParse(wrong).success).toBe(false);
      for (const odd of [undefined, null, "", 1, Array.isArray(body) ? {} : []]) {
        expect(route.body?.safeParse(odd).success).toBe(false);
      }
    },
  );

  it.each(withBody)("[DR16] %s misses each fact that is left out of its body", (name, route) => {
    const [one] = [bodies[name]].flat();
    const facts = Object.entries(one as object); // each body, or each of its list, is an object
    for (const [left] of facts) {
      const rest = Object.fromEntries(facts.filter(([fact]) => fact !== left));
      const wrong = Array.isArray(bodies[name]) ? [rest] : rest;
      expect(route.body?.safeParse(wrong).success).toBe(false);
    }
  });
});

describe("secrets and passwords", () => {
  it("[DR20] a secret is 32 bytes in the letters of an address", () => {
    expect(secretSchema.safeParse("aB3_-".padEnd(43, "x")).success).toBe(true);
    for (const wrong of ["s".repeat(42), "s".repeat(44), `${"s".repeat(42)}=`, `${secret}\n`]) {
      expect(secretSchema.safeParse(wrong).success).toBe(false);
    }
  });

  it("[DR20] a new password has ten letters at least, and an end", () => {
    expect(passwordSchema.safeParse("x".repeat(10)).success).toBe(true);
    expect(passwordSchema.safeParse("x".repeat(9)).success).toBe(false);
    expect(passwordSchema.safeParse("x".repeat(201)).success).toBe(false);
  });

  it("[DR15] a link is for a practitioner or a supervisor, never for a guider", () => {
    const { body } = httpApi.issueInvite;

    expect(body.safeParse({ name: "Eve", role: "practitioner" }).success).toBe(true);
    expect(body.safeParse({ name: "Eve", role: "guider" }).success).toBe(false);
  });
});
