import { afterAll, beforeAll, expect, it } from "vitest";
import { buildAim, buildBoard, buildMoment } from "#tests/helpers/build-report.ts";
import { openTestBrowser } from "#tests/helpers/test-browser.ts";
import { noLimits, startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";
import { openReportHouse, signBoard } from "#tests/server/report/report-house.ts";
import type { ReportHouse } from "#tests/server/report/report-house.ts";

const dayMs = 86_400_000;

let server: TestServer;
let house: ReportHouse;
beforeAll(async () => {
  server = await startTestServer();
  house = await openReportHouse(server);
  const observations = [
    buildMoment({ response: "I waited.", followedBy: "Zara laughed." }),
    buildMoment({ response: "I hummed Zaras tune.", followedBy: "Nadia saw it too." }),
  ];
  const aims = [buildAim("Wait for Zara")];
  await signBoard(server, house.review.reviewId, buildBoard({ observations, aims }));
});
afterAll(() => server.close());

const own = () => house.practitioner.want("readSummary", house.ofJourney);

async function approve(count: number, changes: { intro?: string; closing?: string } = {}) {
  const { proposed } = await own();
  const lines = proposed.slice(0, count).map(({ lineId, text }) => ({ lineId, text }));
  const body = { childAs: "pupil", intro: "", closing: "", lines, ...changes } as const;
  return await house.practitioner.want("keepSummary", { ...house.ofJourney, body });
}

const closesIn = (days: number) => Math.floor(server.context.clock.nowMs()) + days * dayMs;

async function share(forWhom = "the headteacher") {
  const body = { forWhom, closesAtMs: closesIn(30) };
  return await house.practitioner.want("shareSummary", { ...house.ofJourney, body });
}

/** As a browser without a cookie opens it: no Origin, no fetch metadata of a page of ours. */
async function open(secret: string) {
  return await openTestBrowser(server).send("GET", `/summary/${secret}`, {
    headers: { origin: undefined, "sec-fetch-site": "none" },
  });
}

it("[T2] [JN66] proposes every line without a name, and has chosen none of them", async () => {
  const { proposed, summary, practitionerName } = await own();

  expect(practitionerName).toBe("Callum");
  expect(proposed.map(({ text }) => text)).toEqual([
    "I waited. A pupil laughed.",
    "I hummed a pupil’s tune. The guider saw it too.",
    "Wait for a pupil",
  ]);
  expect(summary.lines).toEqual([]);
});

it("[T2] [JN66] cannot be shared while no line is approved, nor for ever", async () => {
  const ask = (closesAtMs: number) =>
    house.practitioner.ask("shareSummary", {
      ...house.ofJourney,
      body: { forWhom: "the headteacher", closesAtMs },
    });

  const empty = await ask(closesIn(30));
  await approve(1);
  const [past, long] = [await ask(closesIn(-1)), await ask(closesIn(367))];

  expect(empty).toMatchObject({ status: 409, json: { reason: "summary-empty" } });
  expect([past.status, long.status]).toEqual([400, 400]);
});

it("[T2] [JN66] its reader gets the approved lines as they were reworded, and nothing else", async () => {
  await approve(1, { intro: "Zara and I play.", closing: "Thank you, zara!" });
  const { secret } = await share();

  const { text, status } = await open(secret);

  expect(status).toBe(200);
  expect(text).toContain("I waited. A pupil laughed.");
  expect(text).toContain("A pupil and I play.");
  expect(text).toContain("For the headteacher");
  expect(text).not.toContain("hummed");
  expect(text).not.toContain("Wait for");
  expect(text).not.toMatch(/zara|nadia/i);
  expect(text).not.toMatch(/<(img|video|script)/);
});

it("[T2] [JN67] opens without script and cookie, is kept by nobody and found by no search", async () => {
  const { secret } = await share();

  const { headers } = await open(secret);
  const withCookie = await house.guider.send("GET", `/summary/${secret}`);

  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(headers.get("content-security-policy")).not.toContain("script-src");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("x-robots-tag")).toContain("noindex");
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect([headers.getSetCookie(), withCookie.headers.getSetCookie()]).toEqual([[], []]);
});

it("[T2] [JN67] a wrong, an ended and a closed link cannot be told from one another", async () => {
  const closed = await share();
  const ended = await share("the governors");
  const { linkId } = closed.link;
  const before = (await open(closed.secret)).status;
  await house.practitioner.want("closeSummaryLink", { ...house.ofJourney, body: { linkId } });

  const atOnce = await open(closed.secret);
  server.advance(31 * dayMs);
  const late = await open(ended.secret);
  server.advance(-31 * dayMs);
  const wrong = await open("w".repeat(43));
  const odd = await open("odd%20%3Cscript%3E");

  expect(before).toBe(200);
  for (const one of [atOnce, late, odd]) {
    expect([one.status, one.text]).toEqual([404, wrong.text]);
    expect([...one.headers.keys()]).toEqual([...wrong.headers.keys()]);
  }
  const { links } = await own();
  expect(links.find((link) => link.linkId === linkId)?.isClosed).toBe(true);
});

it("[T2] [JN68] the secret of a link is in no log and in no table, and guessing is limited", async () => {
  const { secret } = await share();
  await open(secret);
  await open(`${secret.slice(0, -1)}x`);
  const strict = await startTestServer({
    limits: { ...noLimits, http: { summaryPerAddress: { limit: 2, windowMs: 60_000 } } },
  });
  const browser = openTestBrowser(strict);
  const guess = () => browser.send("GET", `/summary/${"g".repeat(43)}`);
  const statuses = [await guess(), await guess(), await guess()].map(({ status }) => status);
  await strict.close();

  const { links } = await own();

  expect(statuses).toEqual([404, 404, 429]);
  expect(server.logged()).not.toContain(secret.slice(0, 20));
  expect(JSON.stringify(links)).not.toContain(secret);
  const stored = await server.context.stores.summaries.linksOf(
    house.journey.people.find(({ relation }) => relation === "practitioner")?.personId as never,
  );
  expect(stored.length).toBeGreaterThan(0);
  expect(JSON.stringify(stored)).not.toContain(secret);
});

it("[T2] [JN69] no guider has a route to the summary, nor to what the practitioner left out", async () => {
  await approve(1, { intro: "Canary words" });

  const asked = await house.guider.ask("readSummary", house.ofJourney);
  const journey = await house.guider.ask("readJourney", house.ofJourney);
  const stranger = await openTestBrowser(server).ask("readSummary", house.ofJourney);

  expect([asked.status, stranger.status]).toEqual([403, 401]);
  expect(journey.text).not.toContain("Canary");
  expect(server.logged()).not.toContain("Canary");
});
