import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import {
  editFrame,
  encode,
  forgeUpdate,
  frameOf,
  item,
  number,
  textItem,
  valuesItem,
  words,
} from "./forge-update.ts";
import type { Id, Write } from "./forge-update.ts";
import { focusOf, observationsOf } from "#shared/board/board-doc.ts";
import { readObservations } from "#shared/board/read-board.ts";
import { manyClients, scatteredDeletes } from "#tests/server/board/forged-updates.ts";

/** What a frame is forged against. */
export interface Scene {
  readonly doc: Y.Doc;
  readonly random: () => number;
  /** Edits that the server would take in, to be spoilt. */
  readonly goodEdits: readonly Uint8Array[];
}

type Forge = (scene: Scene) => Uint8Array;

const upTo = ({ random }: Scene, most: number) => Math.floor(random() * most);
/** Sizes of every order, small ones as often as large ones. */
const anySize = ({ random }: Scene, most: number) => Math.ceil(most ** random());
const isAnswer = ({ random }: Scene) => random() < 0.5;
const ownId = ({ random }: Scene) => 1_000 + Math.floor(random() * 4e9);
const mostStructs = (scene: Scene, answer: boolean) => anySize(scene, answer ? 4_096 : 1_024);
const fill = (count: number, make: (index: number) => Write): Write[] =>
  Array.from({ length: count }, (_, index) => make(index));

function randomBytes(scene: Scene, most: number): Uint8Array {
  return Uint8Array.from({ length: anySize(scene, most) }, () => upTo(scene, 256));
}

function pick<Value>(scene: Scene, values: readonly Value[]): Value {
  const value = values[upTo(scene, values.length)];
  if (value === undefined) throw new Error("there is nothing to pick from");
  return value;
}

const idOf = (type: Pick<Y.Text, "_item">): Id => {
  const id = type._item?.id;
  return id === undefined ? [0, 0] : [id.client, id.clock];
};

function pickText(scene: Scene): Y.Text {
  const { texts } = pick(scene, readObservations(scene.doc));
  return scene.random() < 0.5 ? texts.initiative : pick(scene, Object.values(texts));
}

function pickCard(scene: Scene): Id {
  return idOf(pick(scene, [...observationsOf(scene.doc).values()]));
}

/** The ids of the letters of a text, in their order. */
function lettersOf(text: Y.Text): Id[] {
  const letters: Id[] = [];
  for (let each = text._start; each !== null; each = each.right) {
    for (let at = 0; at < each.length; at += 1) letters.push([each.id.client, each.id.clock + at]);
  }
  return letters;
}

/** Many letters that all claim one left neighbour and each a right one of its own. */
const samePlace: Forge = (scene) => {
  const answer = isAnswer(scene);
  const text = pickText(scene);
  const letters = lettersOf(text);
  const from = scene.random() < 0.5 ? 0 : upTo(scene, letters.length);
  const left = letters[from];
  const structs = fill(mostStructs(scene, answer), (index) => {
    const right = letters[from + 1 + (index % Math.max(1, letters.length - from - 1))];
    const place = left && right ? { left, right } : { parent: idOf(text) };
    return textItem(place, "x");
  });
  return editFrame(forgeUpdate([{ clientId: ownId(scene), clock: 0, structs }]), answer);
};

/** Letters at the beginning of a text that name no neighbour, so that their place has to be searched. */
const atTheStart: Forge = (scene) => {
  const answer = isAnswer(scene);
  const parent = idOf(pickText(scene));
  const sections = fill(1 + upTo(scene, answer ? 16 : 4), () => () => undefined).map(() => ({
    clientId: ownId(scene),
    clock: 0,
    structs: fill(mostStructs(scene, answer) / 8, () => textItem({ parent }, "x")),
  }));
  return editFrame(forgeUpdate(sections), answer);
};

/** Letters whose right neighbour is the end, each behind another letter of the text. */
const towardsTheEnd: Forge = (scene) => {
  const answer = isAnswer(scene);
  const letters = lettersOf(pickText(scene));
  const structs = fill(mostStructs(scene, answer), (index) => {
    const left = letters[index % Math.max(1, letters.length)];
    return textItem(left ? { left } : { parent: [0, 0] }, "x");
  });
  return editFrame(forgeUpdate([{ clientId: ownId(scene), clock: 0, structs }]), answer);
};

const settable = ["order", "principleIds", "turnFrames", "drawing", "endFrame"] as const;

/** One key of a card set again and again, naming no value before. */
const keyAgain: Forge = (scene) => {
  const answer = isAnswer(scene);
  const [parent, key] = [pickCard(scene), pick(scene, settable)];
  const value = pick(scene, [1, [], ["a"], null]);
  const structs = fill(mostStructs(scene, answer), () => valuesItem({ parent, key }, [value]));
  return editFrame(forgeUpdate([{ clientId: ownId(scene), clock: 0, structs }]), answer);
};

/** Keys nobody asked for. */
const manyKeys: Forge = (scene) => {
  const parent = pickCard(scene);
  const structs = fill(mostStructs(scene, false), (index) =>
    valuesItem({ parent, key: `key ${index}` }, [index]),
  );
  return editFrame(forgeUpdate([{ clientId: ownId(scene), clock: 0, structs }]));
};

/** Lists far longer than a card may hold, of right and of wrong things. */
const longLists: Forge = (scene) => {
  const answer = isAnswer(scene);
  const key = pick(scene, settable);
  const member: unknown = pick(scene, [0, -1, "", "attentive", null, {}, [], { points: [1, 2] }]);
  const list = Array.from({ length: anySize(scene, answer ? 250_000 : 32_000) }, () => member);
  const value = scene.random() < 0.5 ? list : [{ colour: 0, points: list }];
  const structs = [valuesItem({ parent: pickCard(scene), key }, [value])];
  return editFrame(forgeUpdate([{ clientId: ownId(scene), clock: 0, structs }]), answer);
};

/** Values in values in values. */
const deepValues: Forge = (scene) => {
  const depth = anySize(scene, 60_000);
  const content: Write = (encoder) => {
    encoding.writeVarUint(encoder, 1);
    for (let level = 0; level < depth; level += 1) {
      encoding.writeUint8(encoder, 117);
      encoding.writeVarUint(encoder, 1);
    }
    encoding.writeUint8(encoder, 126);
  };
  const structs = [item(8, { parent: pickCard(scene), key: "order" }, content)];
  return editFrame(forgeUpdate([{ clientId: ownId(scene), clock: 0, structs }]));
};

/** One very long word, or a key as long. */
const longWord: Forge = (scene) => {
  const answer = isAnswer(scene);
  const word = "w".repeat(anySize(scene, answer ? 500_000 : 65_000));
  const structs =
    scene.random() < 0.5
      ? [textItem({ parent: idOf(pickText(scene)) }, word)]
      : [valuesItem({ parent: pickCard(scene), key: word }, [1])];
  return editFrame(forgeUpdate([{ clientId: ownId(scene), clock: 0, structs }]), answer);
};

/** Things at places that are not for browsers: cards, roots, goals, the server's own values. */
const wrongPlace: Forge = (scene) => {
  const parent = pick(scene, [
    pickCard(scene),
    idOf(focusOf(scene.doc)),
    [11, upTo(scene, 200)] as const,
    [upTo(scene, 100), upTo(scene, 100)] as const,
  ]);
  const key = pick(scene, ["anchor", "heldBy", "pinnedBy", "initiative", "still", "x"]);
  const content = pick(scene, [
    textItem({ parent }, "words"),
    valuesItem({ parent, key }, ["a value"]),
    item(7, { parent, key }, number(2)),
    item(6, { parent }, (encoder) => {
      encoding.writeVarString(encoder, "bold");
      encoding.writeVarString(encoder, "true");
    }),
    item(9, { parent, key }, words("guid")),
    item(1, { parent }, number(anySize(scene, 2 ** 31))),
  ]);
  return editFrame(forgeUpdate([{ clientId: ownId(scene), clock: 0, structs: [content] }]));
};

/** Deletions of single letters far apart: each tears a run in two. */
const tornRuns: Forge = (scene) => {
  const answer = isAnswer(scene);
  const clientId = pick(scene, [...scene.doc.store.clients.keys()]);
  const state = Y.getState(scene.doc.store, clientId);
  const ranges = Math.min(Math.floor(state / 2), anySize(scene, answer ? 4_096 : 512));
  return editFrame(scatteredDeletes(clientId, upTo(scene, 2), ranges), answer);
};

/** Deletions of many runs at once, the server's cards among them. */
const wideDeletes: Forge = (scene) => {
  const clients = [...scene.doc.store.clients.keys()];
  const deletions = clients.map((clientId) => {
    const state = Y.getState(scene.doc.store, clientId);
    return [clientId, [[upTo(scene, state), anySize(scene, state)] as const]] as const;
  });
  return editFrame(forgeUpdate([], deletions), isAnswer(scene));
};

const declared: Forge = (scene) =>
  editFrame(
    encode(...Array.from({ length: 1 + upTo(scene, 8) }, () => number(anySize(scene, 2 ** 40)))),
    isAnswer(scene),
  );

const collectedRuns: Forge = (scene) => {
  const structs = fill(mostStructs(scene, true), () => (encoder) => {
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, anySize(scene, 1_000));
  });
  return editFrame(forgeUpdate([{ clientId: ownId(scene), clock: 0, structs }]), true);
};

const stateVector: Forge = (scene) => {
  const clients = anySize(scene, 12_000);
  const pairs = Array.from({ length: clients * 2 }, () => number(anySize(scene, 2 ** 31)));
  return frameOf([0, 0], encode(number(clients), ...pairs));
};

const emptyStateVector: Forge = () => frameOf([0, 0], encode(number(0)));

const presence: Forge = (scene) => {
  const entries = anySize(scene, 20_000);
  const state = pick(scene, [
    "null",
    "{}",
    `{"focus":"${"x".repeat(anySize(scene, 60_000))}"}`,
    "[".repeat(anySize(scene, 30_000)),
    `${'{"focus":'.repeat(200)}1${"}".repeat(200)}`,
  ]);
  const most = Math.ceil(Math.min(entries, 900_000 / (state.length + 8)));
  const each = () => [number(ownId(scene)), number(upTo(scene, 100)), words(state)];
  return frameOf([1], encode(number(most), ...Array.from({ length: most }, each).flat()));
};

const spoilt =
  (spoil: (bytes: Uint8Array, scene: Scene) => Uint8Array): Forge =>
  (scene) =>
    editFrame(spoil(pick(scene, scene.goodEdits).slice(), scene), isAnswer(scene));

/** What is sent, by the name under which the worst is told. */
export const hostileKinds: Readonly<Record<string, Forge>> = {
  "random bytes": (scene) => randomBytes(scene, 65_536),
  "random bytes as an edit": (scene) => editFrame(randomBytes(scene, 65_536), isAnswer(scene)),
  "an edit with changed bytes": spoilt((bytes, scene) => {
    for (let count = 1 + upTo(scene, 8); count > 0; count -= 1) {
      bytes[upTo(scene, bytes.length)] = upTo(scene, 256);
    }
    return bytes;
  }),
  "an edit cut short": spoilt((bytes, scene) => bytes.slice(0, upTo(scene, bytes.length))),
  "an edit with bytes put in": spoilt((bytes, scene) => {
    const at = upTo(scene, bytes.length);
    return Uint8Array.from([...bytes.slice(0, at), ...randomBytes(scene, 64), ...bytes.slice(at)]);
  }),
  "two edits in one": spoilt((bytes, scene) =>
    Uint8Array.from([
      ...bytes.slice(0, upTo(scene, bytes.length)),
      ...pick(scene, scene.goodEdits),
    ]),
  ),
  "an edit in the other encoding": spoilt((bytes) => Y.convertUpdateFormatV1ToV2(bytes)),
  "the whole board sent back": (scene) => editFrame(Y.encodeStateAsUpdate(scene.doc), true),
  "thousands of clients": (scene) =>
    editFrame(manyClients(anySize(scene, 20_000)), isAnswer(scene)),
  "huge numbers": declared,
  "many letters at one place": samePlace,
  "letters without neighbours": atTheStart,
  "letters before the end": towardsTheEnd,
  "a key set again and again": keyAgain,
  "unknown keys": manyKeys,
  "long lists": longLists,
  "deep values": deepValues,
  "a very long word": longWord,
  "a wrong place": wrongPlace,
  "runs torn by deletions": tornRuns,
  "wide deletions": wideDeletes,
  "collected runs": collectedRuns,
  "a state vector of thousands": stateVector,
  "an empty state vector": emptyStateVector,
  presence,
};
