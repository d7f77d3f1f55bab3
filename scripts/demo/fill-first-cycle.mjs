import { addClips, plan, startJourney } from "./begin-journey.mjs";
import { enterRoom } from "./room.mjs";
import { writeAims, writeMoments } from "./write-review.mjs";

/**
 * The first cycle with its review open now and written on by the guider alone: the permissions, the
 * question, the goals and the clips (the scenario's own unless other files are named).
 */
export async function fillFirstCycle(guider, scenario, clipFiles) {
  const journey = await startJourney(guider, scenario);
  const path = `/api/journeys/${journey.journeyId}`;
  await guider.put(`${path}/helping-question`, { helpingQuestion: scenario.helpingQuestion });
  await guider.put(`${path}/goals`, scenario.goals);
  const [cycle] = scenario.cycles;
  const [{ cycleId }] = journey.cycles;
  const clips =
    clipFiles?.map((file, n) => ({ ...(cycle.clips[n] ?? unnamed(n)), file })) ?? cycle.clips;
  const clipIds = await addClips(guider, cycleId, clips, scenario, journey.people);
  const { reviewId } = await plan(guider, cycleId, 0, "review");
  const tab = await enterRoom(guider, reviewId);
  const held = cycle.held.filter(({ clip }) => clip < clipIds.length);
  await writeMoments({ guider: tab }, held, clipIds);
  await writeAims({ practitioner: tab }, cycle.aims);
  if (clipIds[0] !== undefined) await tab.command({ kind: "clip", clipId: clipIds[0] });
  await tab.board.saved();
  tab.leave();
  return { journeyId: journey.journeyId, reviewId };
}

const unnamed = (n) => ({
  title: `Clip ${n + 1}`,
  initiative: "A moment of starting",
  description: "",
  preparation: "",
});
