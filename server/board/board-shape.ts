import * as Y from "yjs";
import { z } from "zod";
import { structsBetween } from "./struct-store.ts";
import {
  aimsOf,
  boardLimits,
  earlierAimsOf,
  engagementAreas,
  focusOf,
  observationFields,
  observationsOf,
  rootNames,
} from "#shared/board/board-doc.ts";

/**
 * What a browser may change on a board: the words inside the text fields the server made, and those
 * values of a card that are listed here. It is checked on what one transaction did to the shadow document.
 */
export type ShapeRefusal = "wrong-shape" | "field-too-long" | "missing-dependency";

/**
 * A browser stops at 4,000 characters, but two people can each fill what was left of a field in one moment,
 * or one of them while away. That is nobody's fault, so both are taken in.
 */
const crossingCharacters = 2 * boardLimits.fieldCharacters;

const frameSchema = z.int().min(0).max(1_000_000);
const strokeSchema = z.strictObject({
  colour: z.int().min(0).max(3),
  points: z
    .array(z.int().min(0).max(10_000))
    .min(2)
    .max(2 * boardLimits.strokePoints),
});
const settableValues: Readonly<Record<string, z.ZodType>> = {
  principleIds: z.array(z.string().regex(/^[A-Za-z0-9_.-]{1,60}$/)).max(boardLimits.principles),
  order: z.number(),
  endFrame: frameSchema.nullable(),
  turnFrames: z.array(frameSchema).max(boardLimits.turns),
  engagement: z.array(z.enum(engagementAreas)).max(engagementAreas.length),
  drawing: z.array(strokeSchema).max(boardLimits.strokes),
};

const textFields: readonly string[] = observationFields;
const aimFields: readonly string[] = ["text", "whereWhen"];
const rootSet: ReadonlySet<string> = new Set(rootNames);

/** Why a transaction of a browser breaks the board's shape, or null when it keeps to it. */
export function findShapeFault(transaction: Y.Transaction): ShapeRefusal | null {
  const { doc } = transaction;
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    return "missing-dependency";
  if ([...doc.share.keys()].some((name) => !rootSet.has(name))) return "wrong-shape";
  if (!newStructsFit(transaction) || !deletionsFit(transaction)) return "wrong-shape";
  return findValueFault(transaction);
}

function findValueFault(transaction: Y.Transaction): ShapeRefusal | null {
  for (const type of transaction.changed.keys()) {
    if (type instanceof Y.Text && type.length > crossingCharacters) return "field-too-long";
    if (type instanceof Y.Map && isObservation(type) && !cardValuesFit(type)) return "wrong-shape";
  }
  return null;
}

function newStructsFit(transaction: Y.Transaction): boolean {
  for (const struct of newStructs(transaction)) {
    if (struct instanceof Y.Item && !isInReach(struct)) return false;
  }
  return true;
}

function* newStructs({ doc, beforeState, afterState }: Y.Transaction): Generator<Y.Item | Y.GC> {
  for (const [clientId, end] of afterState) {
    yield* structsBetween(doc, clientId, beforeState.get(clientId) ?? 0, end);
  }
}

/** Whether a transaction put words into a field of an observation, and left them there. */
export function putsWords(transaction: Y.Transaction): boolean {
  for (const struct of newStructs(transaction)) {
    if (struct.deleted || !(struct instanceof Y.Item)) continue;
    const { parent, content } = struct;
    if (!(content instanceof Y.ContentString) || !(parent instanceof Y.Text)) continue;
    const card = parent._item?.parent;
    if (card instanceof Y.AbstractType && isObservation(card)) return true;
  }
  return false;
}

/** Whether a transaction changed words of the helping question or a goal. */
export function changesFocus({ doc, changed }: Y.Transaction): boolean {
  const focus = focusOf(doc);
  return [...changed.keys()].some((type) => {
    const parent = type._item?.parent;
    if (!(parent instanceof Y.AbstractType)) return false;
    return parent === focus || parent._item?.parent === focus;
  });
}

function deletionsFit(transaction: Y.Transaction): boolean {
  for (const [clientId, ranges] of transaction.deleteSet.clients) {
    for (const { clock, len } of ranges) {
      for (const struct of structsBetween(transaction.doc, clientId, clock, clock + len)) {
        if (struct instanceof Y.Item && !isInReach(struct)) return false;
      }
    }
  }
  return true;
}

/** Whether an item is a piece of text in a text field, or a value of a card that browsers may set. */
function isInReach(item: Y.Item): boolean {
  const { parent, parentSub, content } = item;
  if (!(parent instanceof Y.AbstractType)) return false;
  const isGone = content instanceof Y.ContentDeleted;
  if (parentSub === null)
    return isTextField(parent) && (isGone || content instanceof Y.ContentString);
  return (
    isObservation(parent) &&
    Object.hasOwn(settableValues, parentSub) &&
    (isGone || content instanceof Y.ContentAny)
  );
}

type AnyType = Pick<Y.AbstractType<unknown>, "doc" | "_item">;

function isObservation(type: AnyType): boolean {
  return isInside(type, (doc) => observationsOf(doc));
}

function isTextField(type: AnyType): boolean {
  const item = type._item;
  if (!(type instanceof Y.Text) || item === null) return false;
  const { parent, parentSub } = item;
  if (!(parent instanceof Y.AbstractType) || parentSub === null) return false;
  if (isObservation(parent)) return textFields.includes(parentSub);
  if (isInside(parent, (doc) => aimsOf(doc))) return aimFields.includes(parentSub);
  if (isInside(parent, (doc) => earlierAimsOf(doc))) return parentSub === "howDidItGo";
  return isFocusField(parent, parentSub);
}

function isFocusField(parent: AnyType, key: string): boolean {
  if (isInside(parent, (doc) => focusOf(doc))) return parent._item?.parentSub === "goals";
  return key === "helpingQuestion" && parent.doc !== null && parent === focusOf(parent.doc);
}

function isInside(type: AnyType, rootOf: (doc: Y.Doc) => unknown): boolean {
  return type.doc !== null && type._item !== null && type._item.parent === rootOf(type.doc);
}

/** After any change a card still has a value of the right kind at every key browsers may set. */
function cardValuesFit(card: Y.Map<unknown>): boolean {
  return Object.entries(settableValues).every(
    ([key, schema]) => schema.safeParse(card.get(key)).success,
  );
}
