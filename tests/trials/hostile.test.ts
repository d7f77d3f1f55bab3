import { expect, it } from "vitest";
import * as Y from "yjs";
import { mostSearchSteps } from "#server/board/guard-conflicts.ts";
import { liveLimits, resyncLimits } from "#server/board/guard-limits.ts";
import { inspectUpdate } from "#server/board/update-guard.ts";
import { createBoardShadow } from "#server/board/board-shadow.ts";
import { observationsOf } from "#shared/board/board-doc.ts";
import { readObservations } from "#shared/board/read-board.ts";
import { tellMeasured } from "#tests/helpers/measured.ts";
import { editOf } from "#tests/server/board/forged-updates.ts";
import { editFrame, forgeUpdate, textItem, valuesItem } from "./forge-update.ts";
import { buildHostileBoard } from "./hostile-boards.ts";
import { describe, searchHostile } from "./hostile-search.ts";
import { openTrialBoard, serverClientId } from "./trial-board.ts";

const buildDoc = () => {
  const snapshot = buildHostileBoard("usual", Math.random);
  return createBoardShadow([snapshot], serverClientId);
};

it(
  "[BD35] no forged frame of any kind crashes a board or stops others for long",
  { timeout: 60_000 },
  async () => {
    const { frames, crashes, refused, worst } = await searchHostile(150, 7);

    tellMeasured(
      `${frames} hostile frames, ${refused} refused; the dearest: ${describe(worst[0])}`,
    );
    expect(crashes).toEqual([]);
    expect(refused).toBeGreaterThan(frames / 4);
    expect(worst.length).toBeGreaterThan(20);
    expect(worst[0]?.cpuMs).toBeLessThan(400); // the script with its name holds to 50, on a calm machine
  },
);

it("[BD35] thousands of letters for one place are given up before they take time", () => {
  const shadow = buildDoc();
  const text = readObservations(shadow.doc)[0]?.texts.initiative;
  const first = text?._start;
  if (!first) throw new Error("the text is empty");
  const left = [first.id.client, first.id.clock] as const;
  const structs = Array.from({ length: 1_000 }, (_, index) =>
    textItem({ left, right: [left[0], left[1] + 1 + (index % 140)] }, "x"),
  );
  const update = forgeUpdate([{ clientId: 77, clock: 0, structs }]);

  const inspected = inspectUpdate(update, shadow.doc, liveLimits);
  const outcome = shadow.propose(update);

  expect(inspected.ok).toBe(true);
  expect(outcome).toEqual({ ok: false, reason: "malformed" });
});

it("[BD35] a card's value that stands beside none, and a list longer than any, are not shown to Yjs", () => {
  const { doc } = buildDoc();
  const [card] = observationsOf(doc).values();
  const item = card?._item;
  const before = card?._map.get("order")?.lastId;
  if (!item || !before) throw new Error("there is no card");
  const parent = [item.id.client, item.id.clock] as const;
  const left = [before.client, before.clock] as const;
  const list = Array.from({ length: 3_000 }, () => 1);
  const alone = [valuesItem({ parent, key: "order" }, [2])];
  const long = [valuesItem({ left }, [list])];
  const good = [valuesItem({ left }, [2])];
  const inspect = (structs: typeof alone) =>
    inspectUpdate(forgeUpdate([{ clientId: 77, clock: 0, structs }]), doc, resyncLimits);

  expect(inspect(alone)).toEqual({ ok: false, reason: "forbidden-content" });
  expect(inspect(long)).toEqual({ ok: false, reason: "too-large" });
  expect(inspect(good).ok).toBe(true);
});

it("[BD35] many who write at one place at once are taken in", () => {
  const shadow = buildDoc();
  const start = Y.encodeStateAsUpdate(shadow.doc);
  const updates = Array.from({ length: 4 }, (_, writer) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, start);
    doc.clientID = 100 + writer;
    const before = Y.encodeStateVector(doc);
    const text = readObservations(doc)[0]?.texts.initiative;
    for (let count = 0; count < 100; count += 1) text?.insert(count % 2 === 0 ? 5 : 6, "w");
    return Y.encodeStateAsUpdate(doc, before);
  });

  const outcomes = updates.map((update) => shadow.propose(update).ok);

  expect(outcomes).toEqual([true, true, true, true]);
});

it("[BD35] [BD36] what one person made hard to search never shuts another out, now or after the board was made anew", async () => {
  let nowMs = 0;
  const trial = openTrialBoard(buildHostileBoard("usual", Math.random), () => nowMs);
  const good = trial.connect("guider");
  const idOf = (doc: Y.Doc) => readObservations(doc)[0]?.texts.initiative._item?.id;
  const write = () =>
    good.receive(
      editFrame(
        editOf(
          trial.board.live,
          (copy) => readObservations(copy)[0]?.texts.initiative.insert(0, "g"),
          33,
        ),
      ),
    );
  const parent = idOf(trial.board.live);
  if (parent === undefined) throw new Error("there is no field");
  const structs = Array.from({ length: 60 }, () =>
    textItem({ parent: [parent.client, parent.clock] }, "x"),
  );

  for (let turn = 0; turn < 40; turn += 1) {
    nowMs += 3_600_000; // so that nothing is left to be paid
    const hostile = trial.connect("practitioner"); // anew, so that it does not wait for what it cost
    hostile.receive(editFrame(forgeUpdate([{ clientId: 77, clock: turn * 60, structs }])));
    await trial.settled();
    hostile.leave();
  }
  write();
  await trial.settled();
  trial.connect("practitioner").receive(editFrame(Uint8Array.of(1, 2, 3))); // refused: the board is made anew
  write();
  await trial.settled();

  const words = readObservations(trial.board.live)[0]?.texts.initiative.toJSON() ?? "";
  const letters = words.split("x").length - 1;
  // Each letter had to go past those before it: far more in all than one edit may make Yjs search.
  expect((letters * (letters - 1)) / 2).toBeGreaterThan(3 * mostSearchSteps);
  expect(words.split("g").length).toBe(3);
  expect(good.closedWith()).toBeNull();
});
