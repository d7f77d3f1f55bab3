import { randomUUID } from "node:crypto";
import { dayMs, dayOf } from "./days.mjs";

// What people put down in a review, each in their own tab.

/** The first talk: the question, the goals, and where each stands and is hoped to be. */
export async function writeFocus({ guider, practitioner }, scenario) {
  practitioner.board.focus().get("helpingQuestion").insert(0, scenario.helpingQuestion);
  for (const { text, baseline, hopedFor } of scenario.goals) {
    const { goalId } = await guider.ask("goal:add", { commandId: randomUUID(), text });
    await practitioner.ask("goal:place", { goalId, place: "baseline", value: baseline });
    await practitioner.ask("goal:place", { goalId, place: "hopedFor", value: hopedFor });
  }
}

/** The moments of a review: held by the guider, in the words of whoever lived them. */
export async function writeMoments({ guider, practitioner = guider }, held, clipIds) {
  for (const { clip, frame, words, principles, engagement, isPinned } of held) {
    const observationId = await guider.hold(clipIds[clip], frame);
    const seen = await guider.board.entry("observations", observationId);
    const lived = await practitioner.board.entry("observations", observationId);
    for (const [field, text] of Object.entries(words)) {
      (field === "initiative" ? seen : lived).get(field).insert(0, text);
    }
    seen.set("principleIds", principles);
    if (engagement !== undefined) seen.set("engagement", engagement);
    if (isPinned !== true || practitioner === guider) continue;
    const pin = { commandId: randomUUID(), observationId, isPinned };
    await practitioner.ask("moment:pin", pin);
  }
}

/** What to do more of, where and when. */
export async function writeAims({ practitioner }, aims) {
  for (const aim of aims) {
    const wish = { commandId: randomUUID(), fromObservationId: null };
    const { aimId } = await practitioner.ask("aim:add", wish);
    const card = await practitioner.board.entry("aims", aimId);
    for (const field of ["text", "whereWhen"]) card.get(field).insert(0, aim[field]);
  }
}

/** How it went with each aim of the cycle before. */
export function writeHowItWent({ practitioner }, howDidItGo) {
  const earlier = practitioner.board.cards("earlierAims");
  for (const [n, words] of howDidItGo.entries()) earlier[n].get("howDidItGo").insert(0, words);
}

/** Where the goals stand now, by the practitioner. */
export async function rateGoals({ practitioner }, goalIds, ratings) {
  for (const [n, value] of ratings.entries()) {
    await practitioner.ask("goal:place", { goalId: goalIds[n], place: "now", value });
  }
}

/** What is filmed next, and on which day. */
export async function planFilm({ guider }, nextFilm, heldOnMs) {
  if (nextFilm === null) return;
  const nextOn = dayOf(heldOnMs + nextFilm.inDays * dayMs);
  await guider.ask("film:plan", { nextOn, nextWhat: nextFilm.what });
}

/** Both read the same board, agree to it, and it is signed. */
export async function agree({ guider, practitioner }) {
  await Promise.all([guider.board.saved(), practitioner.board.saved()]);
  const contentHash = guider.board.hash();
  await practitioner.board.untilSays(contentHash);
  await guider.ask("ending:open", {});
  for (const tab of [practitioner, guider]) {
    await tab.ask("board:agree", { isAgreed: true, contentHash });
  }
}
