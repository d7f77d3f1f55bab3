import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { BoardRegistry } from "#server/board/board-registry.ts";
import { aimsOf, isOfEarlierVersion, observationsOf } from "#shared/board/board-doc.ts";
import { readAims, readEarlierAims, readObservations } from "#shared/board/read-board.ts";
import { buildAppend } from "#tests/helpers/build-append.ts";
import { morningMs, newId } from "#tests/helpers/build-records.ts";
import { buildBoardHouse, serveBoards } from "./board-house.ts";
import { firstObservation, joinBoard, waiting } from "./join-board.ts";

const serverClientId = 11;
const fieldsOfVersion1 = ["initiative", "response", "followedBy", "feeling"];

/** A board as version 1 wrote it: two observations and an aim, with words and tags. */
function writeVersion1(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = serverClientId;
  doc.transact(() => {
    const focus = doc.getMap("focus");
    focus.set("helpingQuestion", new Y.Text("What helps?"));
    focus.set("goals", new Y.Map());
    for (const [place, id] of ["one", "two"].entries()) {
      const card = new Y.Map<unknown>();
      for (const field of fieldsOfVersion1) card.set(field, new Y.Text(`${field} of ${id}`));
      card.set("principleIds", ["attentive"]);
      card.set("anchor", { clipId: "c", clipRev: "r", frame: 12 });
      card.set("order", place + 1);
      card.set("heldBy", "somebody");
      card.set("createdAt", morningMs);
      doc.getMap("observations").set(id, card);
    }
    const aim = new Y.Map<unknown>();
    aim.set("text", new Y.Text("Wait"));
    aim.set("order", 1);
    aim.set("fromObservationId", "one");
    doc.getMap("aims").set("aim", aim);
  });
  return Y.encodeStateAsUpdate(doc);
}

async function keepVersion1() {
  const house = await buildBoardHouse();
  const server = await serveBoards(house);
  const newOwners = [{ clientId: serverClientId, participantId: "server" as const }];
  const first = { ...buildAppend(house.reviewId, ""), bytes: writeVersion1(), newOwners };
  await server.boardLog.create(house.reviewId, "an epoch", first);
  return { house, server };
}

it("[BD26] a board of version 1 opens with all it held, and its new fields can be written", async () => {
  const { house, server } = await keepVersion1();

  const callum = joinBoard(server, house.practitioner);
  await callum.synced();
  const [one, two] = readObservations(callum.doc);
  one?.texts.meaning.insert(0, "She might want more");
  readAims(callum.doc)[0]?.whereWhen.insert(0, "At snack time");
  observationsOf(callum.doc).get("two")?.set("turnFrames", [3, 9]);
  await callum.sendFence().answered();

  const doc = await server.boards.readDoc(house.reviewId);
  expect(one).toMatchObject({
    observationId: "one",
    anchor: { clipId: "c", clipRev: "r", frame: 12 },
    principleIds: ["attentive"],
    createdAtMs: morningMs,
    endFrame: null,
    turnFrames: [],
    drawing: [],
    engagement: [],
    pinnedBy: [],
    still: null,
  });
  expect(one?.texts.followedBy.toJSON()).toBe("followedBy of one");
  expect(two?.texts.feeling.toJSON()).toBe("feeling of two");
  expect(firstObservation(doc).texts.meaning.toJSON()).toBe("She might want more");
  expect(readObservations(doc)[1]?.turnFrames).toEqual([3, 9]);
  expect(readAims(doc)).toMatchObject([{ aimId: "aim", fromObservationId: "one" }]);
  expect(readAims(doc)[0]?.whereWhen.toJSON()).toBe("At snack time");
});

it("[BD26] it is brought up to date once: opened again, nothing is written and nothing grows", async () => {
  const { house, server } = await keepVersion1();
  const open = async () => {
    const registry = new BoardRegistry(server.context);
    const { live } = await registry.open(house.reviewId);
    const found = {
      isOld: isOfEarlierVersion(live),
      bytes: Y.encodeStateAsUpdate(live).byteLength,
    };
    const lastSeq = (await server.boardLog.load(house.reviewId))?.lastSeq;
    await registry.close();
    return { ...found, lastSeq };
  };

  const first = await open();
  const second = await open();
  const third = await open();

  expect(first).toMatchObject({ isOld: false, lastSeq: 2 });
  expect(second).toEqual(first);
  expect(third).toEqual(first);
});

it("[BD26] a board of today's version is opened without a second document being made", async () => {
  const server = await serveBoards(await buildBoardHouse());
  const registry = new BoardRegistry(server.context);

  const board = await registry.open(server.house.reviewId);

  expect(board.head).toBe(board.live);
  expect((await server.boardLog.load(server.house.reviewId))?.lastSeq).toBe(1);
  await registry.close();
});

it("[BD28] [F4.10] a new cycle's board begins with the aims of the cycle before, once, and asks how it went", async () => {
  const house = await buildBoardHouse();
  const { stores, journey } = house;
  const server = await serveBoards(house);
  const first = joinBoard(server, house.guider); // of the first review, before it has left any aims
  await first.synced();
  await stores.journeys.keepAims(journey.cycleId, [
    { text: "Count to five", whereWhen: "At snack time" },
    { text: "Say what I see", whereWhen: "" },
  ]);
  const cycleId = newId.cycle();
  await stores.journeys.addCycle({ cycleId, journeyId: journey.journeyId }, morningMs);
  const reviewId = newId.review();
  await stores.reviews.add({ reviewId, cycleId, startsAtMs: morningMs }, morningMs);
  await stores.reviews.setState(reviewId, "live", morningMs);

  const nadia = joinBoard(server, house.guider, { reviewId });
  await nadia.synced();
  const aims = readEarlierAims(nadia.doc);
  aims[0]?.howDidItGo.insert(0, "Twice at snack time");
  await nadia.sendFence().answered();

  expect(aims).toMatchObject([
    { text: "Count to five", whereWhen: "At snack time" },
    { text: "Say what I see", whereWhen: "" },
  ]);
  await vi.waitFor(async () => {
    const [first] = readEarlierAims(await server.boards.readDoc(reviewId));
    expect(first?.howDidItGo.toJSON()).toBe("Twice at snack time");
  }, waiting);
  const before = await server.boards.readDoc(house.reviewId);
  expect(readEarlierAims(before)).toEqual([]);
  expect(aimsOf(before).size).toBe(0);
});
