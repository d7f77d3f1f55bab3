import { addClips, plan, startJourney } from "./begin-journey.mjs";
import { dayMs } from "./days.mjs";
import { checkIn, holdFirstTalk, holdReview } from "./hold-review.mjs";
import { enterRoom } from "./room.mjs";
import { writeMoments } from "./write-review.mjs";

/** All cycles, one after the other, and the last review open now. `people` are visitors by role. */
export async function fillWholeJourney(people, scenario) {
  const { guider } = people;
  const journey = await startJourney(guider, scenario);
  const { journeyId } = journey;
  let [{ cycleId }] = journey.cycles;
  const talk = await plan(guider, cycleId, scenario.firstTalkDaysAgo, "focus");
  await holdFirstTalk(people, scenario, talk.reviewId);
  const { goals } = await guider.get(`/api/journeys/${journeyId}`);
  const goalIds = scenario.goals.map(({ text }) => goals.find((goal) => goal.text === text).goalId);

  const clipIds = [];
  for (const [n, cycle] of scenario.cycles.entries()) {
    if (n > 0) ({ cycleId } = await guider.post(`/api/journeys/${journeyId}/cycles`));
    clipIds.push(await addClips(guider, cycleId, cycle.clips, scenario, journey.people));
    const { reviewId } = await plan(guider, cycleId, cycle.daysAgo, "review");
    const place = { journeyId, reviewId, clipIds: clipIds[n], goalIds };
    await holdReview(people, scenario, cycle, place);
    await afterReview(people, cycle, place, journey.people);
  }

  const { reviewId } = await plan(guider, cycleId, 0, "last");
  const shown = [...clipIds.at(-1), ...clipIds[0]];
  const tab = await enterRoom(guider, reviewId);
  await writeMoments({ guider: tab }, scenario.last.held, shown);
  await tab.ask("end:plan", { keeps: scenario.last.keeps, deletesOn: null });
  await tab.command({ kind: "clip", clipId: shown[0] });
  await tab.board.saved();
  tab.leave();
  return {
    journeyId,
    reviewId,
    clipIds,
    ...(await afterJourney(people, scenario, journey, clipIds)),
  };
}

/** The report both agree to, what the guider takes along, and who has withdrawn since. */
async function afterReview({ guider, practitioner }, cycle, { journeyId, reviewId }, people) {
  const choices = { guiderWords: cycle.guiderWords, usesInitials: false, withStills: false };
  await guider.put(`/api/reviews/${reviewId}/report`, choices);
  const own = `/api/journeys/${journeyId}/own/reports`;
  const words = { reviewId, words: cycle.ownWords, wellbeing: "" };
  const { sha256 } = await practitioner.put(`${own}/words`, words);
  await practitioner.put(`${own}/agreement`, { reviewId, sha256, isAgreed: true });
  if (cycle.workingPoint !== undefined) {
    await guider.put(`/api/reviews/${reviewId}/working-point`, { words: cycle.workingPoint });
  }
  if (cycle.withdrawnAfter === undefined) return;
  const { personId } = people.find(({ name }) => name === cycle.withdrawnAfter);
  const withdrawn = { purpose: "sharedReview", status: "withdrawn" };
  await guider.put(`/api/people/${personId}/permission`, withdrawn);
}

/** What is left open and handed on: clips to watch again, the strengths summary, the carer's page, the own place. */
async function afterJourney({ guider, practitioner }, scenario, { journeyId, people }, clipIds) {
  const inAMonthMs = Date.now() + 30 * dayMs;
  for (const [cycle, clip] of scenario.rewatched) {
    await guider.put(`/api/clips/${clipIds[cycle][clip]}/rewatch`, { closesAtMs: inAMonthMs });
  }
  if (scenario.followUp !== null) {
    const place = { moment: "followUp", reviewId: null };
    await checkIn(practitioner, journeyId, place, scenario.followUp);
  }
  const { forWhom, intro, lines, closing } = scenario.summary;
  const own = `/api/journeys/${journeyId}/own/summary`;
  const { proposed } = await practitioner.get(own);
  const approved = lines.map((words) => {
    const { lineId, text } = proposed.find((line) => line.text.includes(words));
    return { lineId, text };
  });
  await practitioner.put(own, { childAs: "pupil", intro, lines: approved, closing });
  const shared = await practitioner.post(`${own}/links`, { forWhom, closesAtMs: inAMonthMs });
  const { personId } = people.find(({ name }) => name === scenario.linkFor);
  const held = await guider.post(`/api/people/${personId}/links`, { closesAtMs: inAMonthMs });
  const wayBack = await practitioner.post(`/api/journeys/${journeyId}/own/link`, {
    lasts: "wayBack",
  });
  return { summary: shared.secret, held: held.secret, own: wayBack.secret };
}
