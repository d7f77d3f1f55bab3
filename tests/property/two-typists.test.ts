import { expect, it, vi } from "vitest";
import { bindTextArea } from "#client/features/board/bind-text-area.ts";
import { openBoard } from "#tests/client/board/open-board.ts";
import { startFaultProxy } from "#tests/helpers/fault-proxy.ts";
import { tellMeasured } from "#tests/helpers/measured.ts";
import { PlainField } from "#tests/helpers/plain-field.ts";
import { between, expectWhole } from "#tests/helpers/typing.ts";
import { seededRandom } from "#tests/helpers/simulator/seeded-random.ts";
import { buildBoardHouse, serveBoards } from "#tests/server/board/board-house.ts";
import type { BoardServer, Guest } from "#tests/server/board/board-house.ts";
import { helpingQuestionOf, joinBoard, waiting } from "#tests/server/board/join-board.ts";

/** 50 rounds: `FULL=1`, or `npm run trial:writing -- --rounds 50`. */
const isFull = process.env["FULL"] === "1";
const rounds = Number(process.env["ROUNDS"] ?? (isFull ? 50 : 1));
const operations = rounds > 1 ? 500 : 150;
const pieces = ["a", "e", " ", "he waited", "Kit 🙂", "👩‍👧", "\n", "漢字", "ŵ", "👍🏽"];

/** A person at a field of their own, over a line of their own to the real server. */
async function openTypist(server: BoardServer, guest: Guest, random: () => number) {
  const line = await startFaultProxy(server.port);
  const { connection, becomes, close } = await openBoard(server, guest, { port: line.port });
  await becomes("saved");
  const field = new PlainField();
  const text = helpingQuestionOf(connection.doc);
  const options = { text, path: "focus/helpingQuestion", connection };
  const unbind = bindTextArea(field.asTextArea, {
    ...options,
    onShown: () => undefined,
    onFull: () => undefined,
  });
  let cuts = 0;

  function edit() {
    const { value } = field;
    const from = between(value, random());
    const isLong = value.length > 1_500;
    const to = between(value, Math.min(0.999, from / (value.length + 1) + random() * 0.05));
    if (random() < 0.05) field.undo("historyUndo");
    else if (isLong) field.replace(0, between(value, 0.3), "");
    else if (random() < 0.3) field.replace(Math.min(from, to), Math.max(from, to), "");
    else field.replace(from, from, pieces[Math.floor(random() * pieces.length)] ?? "");
  }

  async function type() {
    for (let done = 0; done < operations; done += 1) {
      edit();
      if (random() < 0.02) {
        cuts += 1;
        if (random() < 0.5) line.drop();
        else line.cut();
      }
      if (random() < 0.05) {
        line.heal();
        if (random() < 0.5) connection.reconnectNow();
      }
      await new Promise<void>((resolve) => {
        setTimeout(resolve, random() * 3);
      });
    }
    line.heal();
    connection.reconnectNow();
  }
  const end = async () => {
    unbind();
    close();
    await line.close();
  };
  return { field, text, type, becomes, end, cutCount: () => cuts };
}

it(
  "[BS47] [A9] two typists writing in one field, their lines cut at random, end with the same words",
  { timeout: 60_000 + rounds * 20_000 },
  async () => {
    let cuts = 0;
    for (let seed = 1; seed <= rounds; seed += 1) {
      const random = seededRandom(seed);
      const house = await buildBoardHouse();
      const server = await serveBoards(house);
      const nadia = await openTypist(server, house.guider, random);
      const callum = await openTypist(server, house.practitioner, random);

      await Promise.all([nadia.type(), callum.type()]);
      await Promise.all([nadia.becomes("saved"), callum.becomes("saved")]);
      const reader = joinBoard(server, house.supervisor);
      await reader.synced();

      const kept = helpingQuestionOf(reader.doc).toJSON();
      await vi.waitFor(() => {
        for (const { field, text } of [nadia, callum]) {
          expect(text.toJSON()).toBe(kept);
          expect(field.value).toBe(kept);
        }
      }, waiting);
      expectWhole(kept);
      expect(nadia.cutCount() + callum.cutCount()).toBeGreaterThan(0);
      cuts += nadia.cutCount() + callum.cutCount();
      await Promise.all([nadia.end(), callum.end()]);
      reader.provider.destroy();
    }
    tellMeasured(
      `identical words ${rounds}/${rounds}, ${operations} operations each, ${cuts} cuts`,
    );
  },
);
