import { readFile } from "node:fs/promises";
import { dayOf, daysAgo } from "./days.mjs";

/** The first account of a new server, and what its organisation is called. */
export async function setUp(guider, scenario, secret, password) {
  await guider.post("/api/set-up", { secret, name: scenario.guider, password });
  const organisation = await guider.get("/api/organisation");
  await guider.put("/api/organisation", { ...organisation, ...scenario.organisation });
  await guider.put("/api/trainee-log/stage", { stage: scenario.stage });
  for (const { daysAgo: days, withWhom } of scenario.supervisions) {
    await guider.post("/api/trainee-log/supervisions", { heldOn: dayOf(daysAgo(days)), withWhom });
  }
}

/** The journey with its people and what each of them has said. */
export async function startJourney(guider, scenario) {
  const { journeyId } = await guider.post("/api/journeys", scenario.journey);
  const path = `/api/journeys/${journeyId}`;
  const there = (await guider.get(path)).people.map(({ name }) => name);
  for (const { name, relation } of scenario.people) {
    if (!there.includes(name)) await guider.post(`${path}/people`, { name, relation });
  }
  const journey = await guider.get(path);
  for (const { name, refused = [] } of scenario.people) {
    const { personId, relation } = journey.people.find((person) => person.name === name);
    const record = (purpose, status) =>
      guider.put(`/api/people/${personId}/permission`, { purpose, status });
    const isInShot = relation !== "parentCarer";
    if (isInShot) for (const purpose of scenario.given) await record(purpose, "given");
    for (const purpose of refused) await record(purpose, "refused");
  }
  await guider.put(`${path}/agreed-with-people`, scenario.agreedWithPeople);
  if (scenario.usesOutcomes) await guider.put(`${path}/tags`, { usesOutcomes: true });
  for (const { daysAgo: days, words } of scenario.dissents) {
    await guider.post(`${path}/dissents`, { happenedOn: dayOf(daysAgo(days)), words });
  }
  return journey;
}

/** A cycle's clips, each with its film; answers their ids. */
export async function addClips(guider, cycleId, clips, scenario, people) {
  const { practitionerName, childName } = scenario.journey;
  const clipIds = [];
  for (const { file, preparation, inShot = [], ...words } of clips) {
    const names = [childName, practitionerName, ...inShot];
    const peopleInShot = names.map((name) => people.find((one) => one.name === name).personId);
    const { clipId } = await guider.post(`/api/cycles/${cycleId}/clips`, {
      ...words,
      peopleInShot,
    });
    await guider.putFile(`/api/clips/${clipId}/file`, await readFile(file));
    await guider.put(`/api/clips/${clipId}/preparation`, { preparation });
    clipIds.push(clipId);
  }
  return clipIds;
}

/** A review of this cycle so many days ago: planned then, open since. */
export async function plan(guider, cycleId, days, kind) {
  const review = { startsAtMs: daysAgo(days), kind };
  return await guider.post(`/api/cycles/${cycleId}/reviews`, review);
}
