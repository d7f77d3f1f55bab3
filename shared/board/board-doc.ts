import * as Y from "yjs";

/**
 * The board's document, schema version 1. Every root, card and text field is made by the server;
 * browsers only write inside the text fields and set a card's `principleIds` and `order`.
 *
 * - `observations`: map of observation id -> map { initiative, response, followedBy, feeling: Y.Text;
 *   principleIds: string[]; anchor: Anchor; order: number; heldBy: string; createdAt: number }
 * - `aims`: map of aim id -> map { text: Y.Text; order: number; fromObservationId: string | null }
 * - `focus`: map { helpingQuestion: Y.Text; goals: map of goal id -> Y.Text }
 */
export const boardVersion = 1;
/** The names of the document's roots; there are no others. */
export const rootNames = ["observations", "aims", "focus"] as const;

/** The written fields of an observation, in the order they are asked. */
export const observationFields = ["initiative", "response", "followedBy", "feeling"] as const;
export type ObservationField = (typeof observationFields)[number];

/** Where in a clip an observation belongs. Holds for this revision of the clip's file only. */
export interface Anchor {
  readonly clipId: string;
  readonly clipRev: string;
  readonly frame: number;
  readonly endFrame?: number;
}

/** Limits of what a board may hold; the server refuses more. */
export const boardLimits = {
  observations: 300,
  aims: 3,
  fieldCharacters: 4_000,
  documentBytes: 2 * 1024 * 1024,
} as const;

/** Origin of changes the server itself writes, so that no undo of a person's ever touches them. */
export const serverOrigin = "server";

/** What an empty observation starts with. */
export interface NewObservation {
  readonly observationId: string;
  readonly anchor: Anchor;
  readonly heldBy: string;
  readonly createdAtMs: number;
  readonly order: number;
}

/** The observations by id. */
export const observationsOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap("observations");
/** The aims by id. */
export const aimsOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap("aims");
/** The helping question and the goals. */
export const focusOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap("focus");

/** Adds an empty observation. Server only. */
export function addObservation(doc: Y.Doc, observation: NewObservation): void {
  doc.transact(() => {
    const card = new Y.Map<unknown>();
    for (const field of observationFields) card.set(field, new Y.Text());
    card.set("principleIds", []);
    card.set("anchor", observation.anchor);
    card.set("order", observation.order);
    card.set("heldBy", observation.heldBy);
    card.set("createdAt", observation.createdAtMs);
    observationsOf(doc).set(observation.observationId, card);
  }, serverOrigin);
}

/** Adds an aim with its first words. Server only, which keeps to `boardLimits.aims`. */
export function addAim(
  doc: Y.Doc,
  aim: { aimId: string; text: string; order: number; fromObservationId: string | null },
): void {
  doc.transact(() => {
    const card = new Y.Map<unknown>();
    card.set("text", new Y.Text(aim.text));
    card.set("order", aim.order);
    card.set("fromObservationId", aim.fromObservationId);
    aimsOf(doc).set(aim.aimId, card);
  }, serverOrigin);
}

/** Writes the roots of a new board once, with the focus of its journey. Server only. */
export function seedBoard(
  doc: Y.Doc,
  focus: { helpingQuestion: string; goals: readonly { goalId: string; text: string }[] },
): void {
  doc.transact(() => {
    const goals = new Y.Map<Y.Text>();
    for (const goal of focus.goals) goals.set(goal.goalId, new Y.Text(goal.text));
    focusOf(doc).set("helpingQuestion", new Y.Text(focus.helpingQuestion));
    focusOf(doc).set("goals", goals);
  }, serverOrigin);
}
