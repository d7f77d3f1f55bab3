import * as Y from "yjs";

/**
 * The board's document, schema version 3. Every root, card and text field is made by the server;
 * browsers only write inside the text fields and set a card's `principleIds`, `engagement`, `order`,
 * `endFrame`, `turnFrames` and `drawing`.
 *
 * - `observations`: map of observation id -> map { initiative, meaning, response, followedBy, feeling:
 *   Y.Text; principleIds: string[]; anchor: Anchor; endFrame: number | null; turnFrames: number[];
 *   drawing: Stroke[]; engagement: EngagementArea[]; order: number; heldBy: string; createdAt: number;
 *   pinnedBy: string[]; still: Still | null }
 * - `aims`: map of aim id -> map { text, whereWhen: Y.Text; order: number;
 *   fromObservationId: string | null }
 * - `earlierAims`: map of aim id -> map { text, whereWhen: string; order: number; howDidItGo: Y.Text },
 *   the aims of the cycle before, first on the new board
 * - `focus`: map { helpingQuestion: Y.Text; goals: map of goal id -> Y.Text }
 */
export const boardVersion = 3;
/** The names of the document's roots; there are no others. */
export const rootNames = ["observations", "aims", "earlierAims", "focus"] as const;

/** The written fields of an observation, in the order they are asked: what was seen, then what it might mean. */
export const observationFields = [
  "initiative",
  "meaning",
  "response",
  "followedBy",
  "feeling",
] as const;
export type ObservationField = (typeof observationFields)[number];

/** The areas of the Engagement Model a moment can be linked to, where a journey links to plans. */
export const engagementAreas = [
  "exploration",
  "realisation",
  "anticipation",
  "persistence",
  "initiation",
] as const;
export type EngagementArea = (typeof engagementAreas)[number];

/** Where in a clip an observation belongs. Holds for this revision of the clip's file only. */
export interface Anchor {
  readonly clipId: string;
  readonly clipRev: string;
  readonly frame: number;
}

/** A ring or line drawn on a held picture: x and y in turn, each 0-10,000 of the picture's width or height. */
export interface Stroke {
  /** 0-3: whose presence colour it has. */
  readonly colour: number;
  readonly points: readonly number[];
}

/** A held picture that is kept; its bytes are asked for by the observation's id. */
export interface Still {
  readonly width: number;
  readonly height: number;
  /** SHA-256 of the stored PNG, in hex. */
  readonly sha256: string;
}

/** Limits of what a board may hold; the server refuses more. */
export const boardLimits = {
  observations: 300,
  aims: 3,
  fieldCharacters: 4_000,
  documentBytes: 2 * 1024 * 1024,
  principles: 12,
  turns: 40,
  strokes: 12,
  strokePoints: 64,
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
/** The aims of the cycle before by id. */
export const earlierAimsOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap("earlierAims");
/** The helping question and the goals. */
export const focusOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap("focus");

const emptyValues = {
  endFrame: null,
  turnFrames: [],
  drawing: [],
  engagement: [],
  pinnedBy: [],
  still: null,
} as const;

/** Adds an empty observation. Server only. */
export function addObservation(doc: Y.Doc, observation: NewObservation): void {
  doc.transact(() => {
    const card = new Y.Map<unknown>();
    for (const field of observationFields) card.set(field, new Y.Text());
    card.set("principleIds", []);
    card.set("anchor", observation.anchor);
    for (const [key, value] of Object.entries(emptyValues)) card.set(key, value);
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
    card.set("whereWhen", new Y.Text());
    card.set("order", aim.order);
    card.set("fromObservationId", aim.fromObservationId);
    aimsOf(doc).set(aim.aimId, card);
  }, serverOrigin);
}

/** What a new board begins with. */
export interface BoardSeed {
  readonly helpingQuestion: string;
  readonly goals: readonly { readonly goalId: string; readonly text: string }[];
  /** In their order. */
  readonly earlierAims: readonly {
    readonly aimId: string;
    readonly text: string;
    readonly whereWhen: string;
  }[];
}

/** Writes the roots of a new board once, with its journey's focus and last aims. Server only. */
export function seedBoard(doc: Y.Doc, seed: BoardSeed): void {
  doc.transact(() => {
    const goals = new Y.Map<Y.Text>();
    for (const goal of seed.goals) goals.set(goal.goalId, new Y.Text(goal.text));
    focusOf(doc).set("helpingQuestion", new Y.Text(seed.helpingQuestion));
    focusOf(doc).set("goals", goals);
    for (const [order, aim] of seed.earlierAims.entries()) {
      const card = new Y.Map<unknown>();
      card.set("text", aim.text);
      card.set("whereWhen", aim.whereWhen);
      card.set("order", order);
      card.set("howDidItGo", new Y.Text());
      earlierAimsOf(doc).set(aim.aimId, card);
    }
  }, serverOrigin);
}

interface Lacking {
  readonly card: Y.Map<unknown>;
  readonly key: string;
  readonly value: unknown;
}

function* findLacking(doc: Y.Doc): Generator<Lacking> {
  for (const card of observationsOf(doc).values()) {
    if (!card.has("meaning")) yield { card, key: "meaning", value: new Y.Text() };
    for (const [key, value] of Object.entries(emptyValues)) {
      if (!card.has(key)) yield { card, key, value };
    }
  }
  for (const card of aimsOf(doc).values()) {
    if (!card.has("whereWhen")) yield { card, key: "whereWhen", value: new Y.Text() };
  }
}

/** Whether a card of the board was made by an earlier version and lacks something. */
export function isOfEarlierVersion(doc: Y.Doc): boolean {
  return findLacking(doc).next().done !== true;
}

/** Gives the cards of a board of an earlier version what they lack, once. Server only. */
export function upgradeBoard(doc: Y.Doc): void {
  doc.transact(() => {
    for (const { card, key, value } of findLacking(doc)) card.set(key, value);
  }, serverOrigin);
}
