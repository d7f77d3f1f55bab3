import { readFile } from "node:fs/promises";
import { scenario } from "./scenario.mjs";

/**
 * Fills a new server with the demo journey through the commands a guider's browser sends: sets the
 * first account up, records permissions, adds the clips, plans the review and invites two people.
 */
export async function fillJourney(nadia, setUpSecret, password, clipFiles) {
  await nadia.post("/api/set-up", { secret: setUpSecret, name: scenario.guider, password });
  const journey = await nadia.post("/api/journeys", scenario.journey);
  const path = `/api/journeys/${journey.journeyId}`;
  await nadia.put(`${path}/helping-question`, { helpingQuestion: scenario.helpingQuestion });
  await nadia.put(`${path}/goals`, scenario.goals);
  await nadia.post(`${path}/people`, { name: scenario.carer, relation: "parentCarer" });

  for (const { personId, relation } of journey.people) {
    const record = (purpose, status) =>
      nadia.put(`/api/people/${personId}/permission`, { purpose, status });
    for (const purpose of scenario.given) await record(purpose, "given");
    if (relation !== "child") continue;
    for (const purpose of scenario.refusedByCarer) await record(purpose, "refused");
  }

  const [cycle] = journey.cycles;
  const peopleInShot = journey.people.map((person) => person.personId);
  const clipIds = [];
  for (const [n, file] of clipFiles.entries()) {
    const told = scenario.clips[n] ?? {
      title: `Clip ${n + 1}`,
      initiative: "A moment of starting",
      description: "",
      preparation: "",
    };
    const { clipId } = await nadia.post(`/api/cycles/${cycle.cycleId}/clips`, {
      title: told.title,
      initiative: told.initiative,
      description: told.description,
      peopleInShot,
    });
    await nadia.putFile(`/api/clips/${clipId}/file`, await readFile(file));
    const { preparation } = told;
    await nadia.put(`/api/clips/${clipId}/preparation`, { preparation });
    clipIds.push(clipId);
  }

  const { reviewId } = await nadia.post(`/api/cycles/${cycle.cycleId}/reviews`, {
    startsAtMs: Date.now(),
  });
  const invite = (name, role) => nadia.post(`/api/reviews/${reviewId}/invites`, { name, role });
  const callum = await invite(scenario.journey.practitionerName, "practitioner");
  const helen = await invite(scenario.supervisor, "supervisor");
  return { reviewId, clipIds, practitioner: callum.secret, supervisor: helen.secret };
}
