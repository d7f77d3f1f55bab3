import { createHash } from "node:crypto";
import type * as Y from "yjs";
import type { Board } from "./board.ts";
import type { Boards } from "#server/context.ts";
import {
  addAim,
  addObservation,
  aimsOf,
  boardLimits,
  observationsOf,
} from "#shared/board/board-doc.ts";
import { readAims, readObservations } from "#shared/board/read-board.ts";
import { observationIdSchema } from "#shared/domain/ids.ts";
import type { ObservationId, ReviewId } from "#shared/domain/ids.ts";
import { fail, ok } from "#shared/lib/result.ts";

type Moment = Parameters<Boards["holdMoment"]>[1];
type Held = Awaited<ReturnType<Boards["holdMoment"]>>;
type Aimed = Awaited<ReturnType<Boards["addAim"]>>;

/** Opens the observation of a held moment; the same key finds it again, after a restart too. */
export async function holdMoment(
  board: Board,
  reviewId: ReviewId,
  moment: Moment,
  createdAtMs: number,
): Promise<Held> {
  const observationId = momentObservationId(reviewId, moment.momentKey);
  const observations = readObservations(board.head);
  if (observationsOf(board.head).has(observationId)) {
    await board.flushed(); // the first hold may still be on its way to the disk
    return ok({ observationId, created: false });
  }
  if (observations.length >= boardLimits.observations) return fail("board-full");
  const { clipId, clipRev, frame, heldBy } = moment;
  const anchor = { clipId, clipRev, frame };
  const order = Math.max(0, ...observations.map((observation) => observation.order)) + 1;
  await board.edit((doc) =>
    addObservation(doc, { observationId, anchor, heldBy, createdAtMs, order }),
  );
  return ok({ observationId, created: true });
}

/** Adds an aim; "do more of" pressed twice on one observation finds the first. */
export async function addAimTo(
  board: Board,
  fromObservationId: ObservationId | null,
  newId: () => string,
): Promise<Aimed> {
  const aims = readAims(board.head);
  const from = readObservations(board.head).find((it) => it.observationId === fromObservationId);
  if (fromObservationId !== null && from === undefined) return fail("not-found");
  const earlier = aims.find(
    (aim) => from !== undefined && aim.fromObservationId === fromObservationId,
  );
  if (earlier !== undefined) {
    await board.flushed();
    return ok({ aimId: earlier.aimId });
  }
  if (aimsOf(board.head).size >= boardLimits.aims) return fail("aims-full");
  const aimId = newId();
  const words = from ? firstWords(from.texts.followedBy, from.texts.response) : "";
  const order = Math.max(0, ...aims.map((aim) => aim.order)) + 1;
  await board.edit((doc) => addAim(doc, { aimId, text: words, order, fromObservationId }));
  return ok({ aimId });
}

/** The words of the aims as committed, empty ones left out. */
export function readAimTexts(board: Board): string[] {
  return readAims(board.live)
    .map((aim) => aim.text.toJSON().trim())
    .filter((words) => words !== "");
}

function firstWords(...texts: Y.Text[]): string {
  return texts.map((text) => text.toJSON().trim()).find((words) => words !== "") ?? "";
}

/** A UUID (version 8: of our own making) out of the review and the key, the same on every server. */
function momentObservationId(reviewId: ReviewId, momentKey: string): ObservationId {
  const digest = createHash("sha256").update(`${reviewId}|${momentKey}`).digest("hex");
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  return observationIdSchema.parse(parts.join("-"));
}
