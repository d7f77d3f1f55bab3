import { daysAgo } from "./days.mjs";
import { enterRoom } from "./room.mjs";
import { comeIn, inviteTo } from "./way-in.mjs";
import {
  agree,
  planFilm,
  rateGoals,
  writeAims,
  writeFocus,
  writeHowItWent,
  writeMoments,
} from "./write-review.mjs";

/** The first talk, with nothing to watch yet. */
export async function holdFirstTalk(people, scenario, reviewId) {
  const tabs = await meet(people, scenario, reviewId);
  await writeFocus(tabs, scenario);
  await agree(tabs);
  await part(people, tabs, reviewId);
}

/** A shared review from the knock at the door to the signed board. */
export async function holdReview(
  people,
  scenario,
  cycle,
  { journeyId, reviewId, clipIds, goalIds },
) {
  const tabs = await meet(people, scenario, reviewId);
  if (cycle.withSupervisor) await watch(people, scenario, reviewId);
  const { before, after } = cycle.checkIns;
  if (before !== undefined) {
    await checkIn(people.practitioner, journeyId, { moment: "before", reviewId }, before);
  }
  writeHowItWent(tabs, cycle.howDidItGo);
  await writeMoments(tabs, cycle.held, clipIds);
  await writeAims(tabs, cycle.aims);
  await rateGoals(tabs, goalIds, cycle.ratings);
  await planFilm(tabs, cycle.nextFilm, daysAgo(cycle.daysAgo));
  await checkIn(people.practitioner, journeyId, { moment: "after", reviewId }, after);
  await agree(tabs);
  await part(people, tabs, reviewId);
}

/** How the practitioner is, in five words; theirs alone unless they share it. */
export async function checkIn(practitioner, journeyId, place, { of10, word, isShared = false }) {
  const [confidence, growth, restoration, readiness] = of10.map((value) =>
    value === null ? null : Math.round(value * 0.4),
  );
  const path = `/api/journeys/${journeyId}/own/check-ins`;
  const answers = { confidence, growth, restoration, readiness, word };
  await practitioner.put(path, { place, answers });
  if (isShared) await practitioner.put(`${path}/shared`, { place, isShared });
}

async function meet({ guider, practitioner }, { journey }, reviewId) {
  const link = await inviteTo(guider, reviewId, journey.practitionerName, "practitioner");
  await comeIn(guider, practitioner, link);
  const [first, second] = await Promise.all([
    enterRoom(guider, reviewId),
    enterRoom(practitioner, reviewId),
  ]);
  return { guider: first, practitioner: second };
}

/** The supervisor comes in, is seen by both, and goes. */
async function watch({ guider, supervisor }, scenario, reviewId) {
  await comeIn(
    guider,
    supervisor,
    await inviteTo(guider, reviewId, scenario.supervisor, "supervisor"),
  );
  const tab = await enterRoom(supervisor, reviewId);
  tab.leave();
}

async function part({ guider }, tabs, reviewId) {
  await Promise.all([tabs.guider.board.saved(), tabs.practitioner.board.saved()]);
  tabs.guider.leave();
  tabs.practitioner.leave();
  await guider.post(`/api/reviews/${reviewId}/end`);
}
