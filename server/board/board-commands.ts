import type * as Y from "yjs";
import type { Board } from "./board.ts";
import { stableUuid } from "./stable-id.ts";
import type { Boards } from "#server/context.ts";
import {
  addAim,
  addObservation,
  aimsOf,
  boardLimits,
  observationsOf,
} from "#shared/board/board-doc.ts";
import type { Still } from "#shared/board/board-doc.ts";
import { readAims, readObservations } from "#shared/board/read-board.ts";
import { observationIdSchema } from "#shared/domain/ids.ts";
import type { ObservationId, ParticipantId, ReviewId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";

type Moment = Parameters<Boards["holdMoment"]>[1];
type Outcome<Name extends "holdMoment" | "addAim" | "pin" | "removeAim"> = ReturnType<Boards[Name]>;

/** Opens the observation of a held moment; the same key finds it again, after a restart too. */
export async function holdMoment(
  board: Board,
  reviewId: ReviewId,
  moment: Moment,
  createdAtMs: number,
): Outcome<"holdMoment"> {
  const observationId = observationIdSchema.parse(stableUuid(reviewId, moment.momentKey));
  const observations = readObservations(board.head);
  if (observationsOf(board.head).has(observationId)) {
    await board.flushed(); // the first hold may still be on its way to the disk
    return ok({ observationId, created: false });
  }
  if (board.isFrozen) return fail("board-frozen");
  if (observations.length >= boardLimits.observations) return fail("board-full");
  const { clipId, clipRev, frame, heldBy } = moment;
  const anchor = { clipId, clipRev, frame };
  const order = Math.max(0, ...observations.map((observation) => observation.order)) + 1;
  await board.edit((doc) =>
    addObservation(doc, { observationId, anchor, heldBy, createdAtMs, order }),
  );
  return ok({ observationId, created: true });
}

/** Ties a kept picture to its observation; the first one stays. */
export async function setStill(
  board: Board,
  observationId: ObservationId,
  still: Still,
): Promise<boolean> {
  const observation = findObservation(board, observationId);
  if (observation === undefined) return false;
  if (observation.still !== null) {
    await board.flushed();
    return observation.still.sha256 === still.sha256;
  }
  if (board.isFrozen) return false;
  await board.edit((doc) => {
    observationsOf(doc)
      .get(observationId)
      ?.set("still", { ...still });
  });
  return true;
}

/** Makes an observation the one moment of somebody's own, or takes that back. */
export async function pin(
  board: Board,
  observationId: ObservationId,
  who: ParticipantId,
  isPinned: boolean,
): Outcome<"pin"> {
  const observations = readObservations(board.head);
  if (!observations.some((each) => each.observationId === observationId)) return fail("not-found");
  if (board.isFrozen) return fail("board-frozen");
  await board.edit((doc) => {
    for (const each of observations) {
      const has = each.pinnedBy.includes(who);
      const shall = each.observationId === observationId ? isPinned : has && !isPinned;
      if (has === shall) continue;
      const others = each.pinnedBy.filter((other) => other !== who);
      const pinnedBy = shall ? [...others, who] : others;
      observationsOf(doc).get(each.observationId)?.set("pinnedBy", pinnedBy);
    }
  });
  return ok(null);
}

/** Adds an aim; "do more of" pressed twice on one observation finds the first. */
export async function addAimTo(
  board: Board,
  fromObservationId: ObservationId | null,
  newId: () => string,
): Outcome<"addAim"> {
  const aims = readAims(board.head);
  const from = findObservation(board, fromObservationId);
  if (fromObservationId !== null && from === undefined) return fail("not-found");
  const earlier = aims.find(
    (aim) => from !== undefined && aim.fromObservationId === fromObservationId,
  );
  if (earlier !== undefined) {
    await board.flushed();
    return ok({ aimId: earlier.aimId });
  }
  if (board.isFrozen) return fail("board-frozen");
  if (aimsOf(board.head).size >= boardLimits.aims) return fail("aims-full");
  const aimId = newId();
  const words = from ? firstWords(from.texts.followedBy, from.texts.response) : "";
  const order = Math.max(0, ...aims.map((aim) => aim.order)) + 1;
  await board.edit((doc) => addAim(doc, { aimId, text: words, order, fromObservationId }));
  return ok({ aimId });
}

/** Takes an aim away with its words. */
export async function removeAim(board: Board, aimId: string): Outcome<"removeAim"> {
  if (board.isFrozen) return fail("board-frozen");
  await board.edit((doc) => aimsOf(doc).delete(aimId)); // nothing is written when it has gone already
  return ok(null);
}

const findObservation = (board: Board, observationId: ObservationId | null) =>
  readObservations(board.head).find((each) => each.observationId === observationId);

function firstWords(...texts: Y.Text[]): string {
  return texts.map((text) => text.toJSON().trim()).find((words) => words !== "") ?? "";
}
