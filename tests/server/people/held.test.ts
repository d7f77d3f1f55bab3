import { afterAll, beforeAll, expect, it } from "vitest";
import { admitGuest, invite } from "#tests/helpers/review-house.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import { noLimits, startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { enterTab } from "#tests/server/review-room/room-tab.ts";
import { openPeopleHouse } from "./people-house.ts";
import type { PeopleHouse } from "./people-house.ts";

let server: TestServer;
let house: PeopleHouse;
beforeAll(async () => {
  server = await startTestServer();
  house = await openPeopleHouse(server);
});
afterAll(() => server.close());

const withdraw = (
  secret: string,
  personId: string,
  purpose: "film" | "sharedReview" | "training",
) => openTestBrowser(server).ask("withdrawHeld", { body: { secret, personId, purpose } });

const statusOf = async (personId: string) => {
  const { people } = await house.guider.want("readJourney", house.ofJourney);
  return people.find((person) => person.personId === personId);
};

it("[JN24] [P1] a parent reads in facts what is held of the child, who sees it and until when, and no word of it", async () => {
  const { secret } = await house.link(house.people.parent);
  await house.guider.want("setAgreedWithPeople", {
    ...house.ofJourney,
    body: { lawfulBasis: "consent", assentSigns: "canary smiles" },
  });
  await invite(house, "supervisor");

  const opened = await house.open(secret);

  const { held } = await house.read(secret);
  expect(held).toMatchObject({ name: "Mia", relation: "parentCarer", deletesOn: null });
  expect(held).toMatchObject({ clipsKeptDays: 60, wordsKeptMonths: 12 });
  expect(held.people.map(({ name, clips, words }) => ({ name, clips, words }))).toEqual([
    { name: "Ada", clips: 1, words: ["clipWords", "assent"] },
  ]);
  expect(held.people[0]?.decidedAtMs.film).toBeGreaterThan(0);
  expect(held.seenBy.map(({ role, name }) => `${role} ${name}`)).toEqual([
    "guider Nadia",
    "practitioner Callum",
    "supervisor Helen",
  ]);
  for (const word of ["canary", "Blocks", "reached", "Sam"])
    expect(opened.text).not.toContain(word);
  expect(opened.headers.getSetCookie()).toEqual([]);
  expect(opened.headers.get("cache-control")).toBe("no-store");
});

it("[JN24] the practitioner and anybody else in the film read of themselves alone, and a child not among them is not named", async () => {
  const [own, other] = [
    await house.link(house.people.practitioner),
    await house.link(house.people.inShot),
  ];

  const [practitioners, samsText] = [await house.read(own.secret), await house.open(other.secret)];

  expect(practitioners.held.people.map(({ name }) => name)).toEqual(["Callum"]);
  const { held } = await house.read(other.secret);
  expect(held.people).toMatchObject([{ name: "Sam", clips: 0, words: [] }]);
  expect(samsText.text).not.toContain("Ada");
});

it("[JN23] a wrong, an ended and a revoked link are answered alike, byte for byte, and withdraw nothing", async () => {
  const [revoked, ended] = [
    await house.link(house.people.parent),
    await house.link(house.people.parent, 1),
  ];
  const { linkId } = revoked.link;
  const personId = house.people.parent;
  await house.guider.want("revokePersonLink", { params: { personId }, body: { linkId } });

  const answers = [await house.open(revoked.secret), await house.open("w".repeat(43))];
  const tried = [await withdraw(revoked.secret, house.people.child, "training")];
  server.advance(86_400_001);
  answers.push(await house.open(ended.secret));
  tried.push(await withdraw(ended.secret, house.people.child, "training"));
  server.advance(-86_400_001);

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(new Set([...answers, ...tried].map(({ text }) => text)).size).toBe(1);
  const told = answers.map(({ headers }) => [...headers.keys()].toSorted().join());
  expect(new Set(told).size).toBe(1);
  expect((await statusOf(house.people.child))?.permissions.training).toBe("given");
});

it("[JN23] a link is for whoever can speak for somebody, ends within a year, and can be opened again and again", async () => {
  const ask = (personId: string, days: number) =>
    house.guider.ask("issuePersonLink", {
      params: { personId },
      body: { closesAtMs: house.closesIn(days) },
    });

  const [child, past, long] = [
    await ask(house.people.child, 60),
    await ask(house.people.parent, -1),
    await ask(house.people.parent, 366),
  ];
  const { secret, link } = await house.link(house.people.parent);
  const opened = [await house.open(secret), await house.open(secret)];

  expect([child.status, past.status, long.status]).toEqual([400, 400, 400]);
  expect(opened.map(({ status }) => status)).toEqual([200, 200]);
  const { links } = await house.guider.want("readPeopleNotes", house.ofJourney);
  expect(links.find(({ linkId }) => linkId === link.linkId)).toEqual(link);
  expect(JSON.stringify(links)).not.toContain(secret);
});

it("[JN23] its secret is in no log and in no answer but the first", async () => {
  const { secret } = await house.link(house.people.parent);
  await house.open(secret);
  await withdraw(secret, house.people.practitioner, "training");

  const stored = await server.context.stores.people.linksOf(house.journey.journeyId);

  expect(server.logged()).not.toContain(secret);
  expect(JSON.stringify(stored)).not.toContain(secret);
});

it("[JN25] [P1] a permission taken back by a parent stops the clip and its bytes within a second, and the guider sees when", async () => {
  const { guest } = await admitGuest(server, house);
  const { reviewId } = house.review;
  const guider = await enterTab(house.guider, reviewId);
  const tab = await enterTab(guest, reviewId);
  const { clips } = await guest.want("readRoom", { params: { reviewId } });
  const range = { headers: { range: "bytes=0-9" } };
  const bytes = () => guest.send("GET", `/m/${clips[0]?.mediaId ?? ""}`, range);
  await guider.command({ kind: "play" });
  const before = await bytes();
  const { secret } = await house.link(house.people.parent);

  const atMs = performance.now();
  const answer = await withdraw(secret, house.people.child, "sharedReview");
  await tab.until("playback:changed", ({ timeline }) => timeline === null);
  const after = await bytes();

  expect(performance.now() - atMs).toBeLessThan(1_000);
  expect([before.status, answer.status, after.status]).toEqual([206, 200, 403]);
  const child = await statusOf(house.people.child);
  expect(child?.permissions).toMatchObject({ sharedReview: "withdrawn", film: "given" });
  expect(child?.decidedAtMs.sharedReview).toBeGreaterThanOrEqual(
    child?.decidedAtMs.film ?? Infinity,
  );
  expect((await house.read(secret)).held.people[0]?.permissions.sharedReview).toBe("withdrawn");
  guest.close();
});

it("[JN25] a practitioner's link cannot take the child's permission back, a parent's not the practitioner's, and another journey's nothing", async () => {
  const { secret: parents } = await house.link(house.people.parent);
  const { secret: own } = await house.link(house.people.practitioner);
  const { child, practitioner, parent, inShot } = house.people;

  const tried = [
    await withdraw(own, child, "film"),
    await withdraw(own, inShot, "film"),
    await withdraw(parents, practitioner, "film"),
    await withdraw(parents, parent, "film"),
    await withdraw(parents, crypto.randomUUID(), "film"),
  ];

  expect(tried.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect((await statusOf(child))?.permissions.film).toBe("given");
  expect((await statusOf(practitioner))?.permissions.film).toBe("given");
});

it("[JN25] what was never given is not taken back, and the second time changes nothing", async () => {
  const { secret } = await house.link(house.people.inShot);
  const { inShot } = house.people;
  const asked = await withdraw(secret, inShot, "film");
  await house.permitAll(inShot);
  await withdraw(secret, inShot, "film");
  const first = (await statusOf(inShot))?.decidedAtMs.film;

  server.advance(5_000);
  await withdraw(secret, inShot, "film");

  expect(asked.status).toBe(200);
  expect(first).toBeGreaterThan(0);
  expect((await statusOf(inShot))?.decidedAtMs.film).toBe(first);
});

it("[F1.3] [JN22] somebody who is added to a clip afterwards keeps it out of the room until they have agreed", async () => {
  const { journey } = house;
  const words = journey.people.map(({ personId }) => personId);
  const { inShot, child } = house.people;
  const sharedReview = { purpose: "sharedReview", status: "given" } as const;
  await house.guider.want("recordPermission", { params: { personId: child }, body: sharedReview });
  const room = { params: { reviewId: house.review.reviewId } };
  const inRoom = async () => (await house.guider.want("readRoom", room)).clips.length;
  const say = (peopleInShot: string[]) =>
    house.guider.want("setClipWords", {
      params: { clipId: house.clipId },
      body: {
        title: "Blocks",
        initiative: "reached",
        modality: null,
        why: "",
        description: "",
        peopleInShot,
        captions: "",
        marks: [],
      },
    });
  const before = await inRoom();

  await say([...words, inShot]);
  const between = await inRoom();
  const refused = await house.guider.ask("addClip", {
    params: { cycleId: house.cycleId },
    body: { title: "More", initiative: "looked", description: "", peopleInShot: [inShot] },
  });
  await house.permitAll(inShot);

  expect([before, between, await inRoom()]).toEqual([1, 0, 1]);
  expect(refused.status).toBe(403);
  expect(refused.json).toEqual({ reason: "permissions-missing", details: ["Sam"] });
});

it("[JN23] opening people's links and withdrawing by them is limited for one address", async () => {
  const limited = await startTestServer({
    limits: {
      ...noLimits,
      http: { ...noLimits.http, heldPerAddress: { limit: 2, windowMs: 60_000 } },
    },
  });
  const body = { secret: "w".repeat(43) };
  const browser = openTestBrowser(limited);

  const statuses = [
    (await browser.ask("openHeld", { body })).status,
    (await browser.ask("openHeld", { body })).status,
    (await browser.ask("openHeld", { body })).status,
  ];

  await limited.close();
  expect(statuses).toEqual([404, 404, 429]);
});
