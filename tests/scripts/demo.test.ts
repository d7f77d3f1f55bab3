import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { setUp } from "#scripts/demo/begin-journey.mjs";
import { fillWholeJourney } from "#scripts/demo/fill-whole-journey.mjs";
import { scenarios } from "#scripts/demo/scenarios.mjs";
import { createVisitor } from "#scripts/demo/visitor.mjs";
import { cycleLineOf, listedJourneySchema } from "#shared/domain/cycle-line.ts";
import { journeySchema } from "#shared/domain/journey.ts";
import { checkInRoutes } from "#shared/protocol/check-in-routes.ts";
import { reportRoutes } from "#shared/protocol/report-routes.ts";
import { startTestServer } from "#tests/helpers/test-server.ts";
import type { TestServer } from "#tests/helpers/test-server.ts";

vi.setConfig({ testTimeout: 60_000 }); // a whole journey each

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

/** One of the demo's journeys on this server, and the browsers of its two people. */
async function fill(letter: "a" | "b") {
  const visitor = () => createVisitor(server.origin);
  const [guider, practitioner, supervisor] = [visitor(), visitor(), visitor()];
  const scenario = scenarios[letter];
  await setUp(guider, scenario, server.setUpPath?.split("#")[1] ?? "", "water tray and cup");
  const links = await fillWholeJourney({ guider, practitioner, supervisor }, scenario);
  const path = `/api/journeys/${links.journeyId}`;
  const journey = journeySchema.parse(await guider.get(path));
  const checkIns = checkInRoutes.readOwnCheckIns.answer.parse(
    await practitioner.get(`${path}/own/check-ins`),
  );
  const seen = checkInRoutes.readSharedCheckIns.answer.parse(await guider.get(`${path}/check-ins`));
  const reports = reportRoutes.readOwnReports.answer.parse(
    await practitioner.get(`${path}/own/reports`),
  );
  const [listed] = listedJourneySchema.array().parse(await guider.get("/api/journeys"));
  return { scenario, links, listed, journey, checkIns, seen, reports };
}

const statesOf = ({ cycles }: Awaited<ReturnType<typeof fill>>["journey"]) =>
  cycles.map(({ reviews }) => reviews.map(({ kind, state }) => `${kind} ${state}`));

it("[JN100] [JN82] the demo's journey of Callum stands whole after three cycles: rated, signed, agreed, its last review open", async () => {
  const { links, listed, journey, checkIns, seen, reports } = await fill("a");

  expect(listed?.lines).toEqual(journey.cycles.map((cycle) => cycleLineOf(journey, cycle)));
  expect(statesOf(journey)).toEqual([
    ["focus ended", "review ended"],
    ["review ended"],
    ["review ended", "last live"],
  ]);
  expect(
    journey.goals.map(({ baseline, ratings }) => [baseline, ...ratings.map(({ value }) => value)]),
  ).toEqual([
    [3, 4, 6, 7],
    [2, 3, 5, 6],
  ]);
  expect(journey.cycles[1]?.aims[0]?.howDidItGo).toBe(
    "Phonics started two minutes late. Nobody minded.",
  );
  expect(reports.map(({ report, agreedAtMs }) => report.isSigned && agreedAtMs !== null)).toEqual([
    true,
    true,
    true,
  ]);
  expect(checkIns.map(({ moment, answers }) => `${moment} ${answers.word}`)).toEqual([
    "before frazzled",
    "after curious",
    "after steadier",
    "after proud",
    "followUp ",
  ]);
  expect(seen.every(({ answers }) => answers === null)).toBe(true);
  const phone = createVisitor(server.origin);
  await phone.post("/api/own/openings", { secret: links.own });
  expect(await phone.get(`/api/journeys/${links.journeyId}/own/check-ins`)).toEqual(checkIns);
  const page = await fetch(`${server.origin}/summary/${links.summary}`);
  const text = await page.text();
  expect(text).toContain("I held still and kept my face open.");
  expect(text).not.toContain("Kit");
});

it("[JN100] the demo's journey of Joanne has no seat for a supervisor, shows one check-in to her guider, and has let go of the clip its nurse withdrew from", async () => {
  const { journey, checkIns, seen } = await fill("b");

  expect(statesOf(journey).flat().at(-1)).toBe("last live");
  expect(
    journey.cycles.flatMap(({ reviews }) =>
      reviews.flatMap(({ invites }) => invites.map(({ role }) => role)),
    ),
  ).not.toContain("supervisor");
  expect(checkIns[2]?.answers.restoration).toBeNull(); // passed over
  expect(
    seen.filter(({ answers }) => answers !== null).map(({ answers }) => answers?.word),
  ).toEqual(["empty"]);
  expect(journey.people.find(({ name }) => name === "Agency nurse")?.permissions.sharedReview).toBe(
    "withdrawn",
  );
});
