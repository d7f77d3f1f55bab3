import { expect, it, vi } from "vitest";
import { boardCloseCodes } from "#shared/protocol/close-reasons.ts";
import { readAims } from "#shared/board/read-board.ts";
import { openTestDatabase } from "#tests/helpers/open-test-database.ts";
import { buildBoardHouse } from "#tests/server/board/board-house.ts";
import { joinBoard } from "#tests/server/board/join-board.ts";
import { serveEndings, type, writeBoard } from "./signing-house.ts";

it("[BS42] tells both when the ending is opened and put away, and who comes later how it stands", async () => {
  const server = await serveEndings(await buildBoardHouse());
  const { endings, told, house } = server;

  await endings.setOpen(house.reviewId, true);
  await endings.setOpen(house.reviewId, true);
  const later = await server.now();
  await endings.setOpen(house.reviewId, false);

  expect(told.map(({ isOpen }) => isOpen)).toEqual([true, false]);
  expect(later).toEqual({ isOpen: true, agreedBy: [], isChanged: false, signed: null });
});

it("[BD54] one agreement signs nothing, and can be taken back", async () => {
  const server = await serveEndings(await buildBoardHouse());
  await writeBoard(server);

  const outcome = await server.agree(server.callum);
  const after = server.told.at(-1);
  await server.endings.takeBack(server.house.reviewId, server.callum.participantId);

  expect(outcome.ok).toBe(true);
  expect(after?.agreedBy).toEqual([server.callum.participantId]);
  expect(server.told.at(-1)).toMatchObject({ agreedBy: [], isChanged: false, signed: null });
  expect(await server.latest()).toBeNull();
});

it("[BD54] refuses an agreement to a board that has other words by now", async () => {
  const server = await serveEndings(await buildBoardHouse());
  const { guider } = await writeBoard(server);
  const seen = await server.hash();
  await type(guider, "More. ");

  expect(await server.agree(server.callum, seen)).toEqual({ ok: false, reason: "board-changed" });
  expect((await server.now())?.agreedBy).toEqual([]);
});

it("[BD54] any change of the board takes every agreement back, and both are told at once", async () => {
  const server = await serveEndings(await buildBoardHouse());
  const { guider } = await writeBoard(server);
  await server.agree(server.callum);

  await type(guider, "And ");

  expect(server.told.at(-1)).toMatchObject({ agreedBy: [], isChanged: true, signed: null });
  const outcome = await server.agree(server.nadia);
  expect(outcome.ok).toBe(true);
  expect(server.told.at(-1)).toMatchObject({ isChanged: false, signed: null });
});

it("[BD54] both agreeing to different boards signs neither", async () => {
  const server = await serveEndings(await buildBoardHouse());
  const { guider } = await writeBoard(server);
  const [, late] = [await server.agree(server.callum), await server.hash()];
  await type(guider, "Later: ");

  const outcome = await server.agree(server.nadia, late);

  expect(outcome).toEqual({ ok: false, reason: "board-changed" });
  expect(await server.latest()).toBeNull();
});

it("[BD55] [F4.10] signs what both agreed to, word for word, and the board takes no edit any more", async () => {
  const server = await serveEndings(await buildBoardHouse());
  const { guider, practitioner } = await writeBoard(server);
  const agreed = await server.hash();

  await Promise.all([server.agree(server.nadia), server.agree(server.callum)]);

  const copy = await server.latest();
  expect(copy).toMatchObject({ version: 1, sha256: agreed, writtenOnAtMs: null });
  expect(copy?.signedBy.map(({ name, role }) => [name, role]).toSorted()).toEqual([
    ["Callum", "practitioner"],
    ["Nadia", "guider"],
  ]);
  expect(copy?.content.aims).toMatchObject([{ text: "Hum back what he hums." }]);
  expect(server.told.at(-1)?.signed).toMatchObject({ version: 1 });
  readAims(guider.doc)[0]?.text.insert(0, "too late ");
  await guider.closedWith(boardCloseCodes.frozen);
  expect(await server.hash()).toBe(agreed);
  expect(readAims(practitioner.doc)[0]?.text.toJSON()).toBe("Hum back what he hums.");
  expect(await server.boards.addAim(server.house.reviewId, null)).toEqual({
    ok: false,
    reason: "board-frozen",
  });
});

it("[BD55] a signed board is still signed and takes no edit after a restart; agreements are asked anew", async () => {
  const house = await buildBoardHouse();
  const before = await serveEndings(house);
  await writeBoard(before);
  const agreed = await before.hash();
  await before.agree(before.nadia);
  await before.agree(before.callum);
  await before.boards.close();

  const server = await serveEndings(house);
  const guider = joinBoard(server, house.guider);
  await guider.synced();
  readAims(guider.doc)[0]?.text.insert(0, "later ");
  await guider.closedWith(boardCloseCodes.frozen);

  expect(await server.hash()).toBe(agreed);
  expect(await server.now()).toMatchObject({ isOpen: false, agreedBy: [], signed: { version: 1 } });
  expect(await server.latest()).toMatchObject({ sha256: agreed });
});

it("[BD56] writing on opens the board, keeps the copy, and the next agreement of both is the next version", async () => {
  const house = await buildBoardHouse();
  const server = await serveEndings(house);
  const { practitioner } = await writeBoard(server);
  await server.agree(server.nadia);
  await server.agree(server.callum);

  await server.endings.writeOn(house.reviewId);
  const first = await server.latest();
  await type(practitioner, "At snack time: ");
  await server.agree(server.nadia);
  await server.agree(server.callum);

  expect(first?.version).toBe(1);
  expect(first?.writtenOnAtMs).toBeGreaterThan(0);
  const second = await server.latest();
  expect(second).toMatchObject({ version: 2, writtenOnAtMs: null });
  expect(second?.content.aims[0]?.text).toBe("At snack time: Hum back what he hums.");
  const database = await openTestDatabase(house.databasePath);
  const versions = database.prepare("select version from signed_boards order by version").all();
  expect(versions).toMatchObject([{ version: 1 }, { version: 2 }]);
});

it("[BD56] a board that was written on is open after a restart too", async () => {
  const house = await buildBoardHouse();
  const before = await serveEndings(house);
  await writeBoard(before);
  await before.agree(before.nadia);
  await before.agree(before.callum);
  await before.endings.writeOn(house.reviewId);
  await before.boards.close();

  const server = await serveEndings(house);
  const guider = joinBoard(server, house.guider);
  await guider.synced();
  await type(guider, "On and on. ");

  expect((await server.now())?.signed).toBeNull();
  expect(guider.closeCodes).toEqual([]);
});

it("[BD55] when the copy cannot be stored the board stays open, and the next agreement signs it", async () => {
  const server = await serveEndings(await buildBoardHouse());
  const { practitioner } = await writeBoard(server);
  const { signedBoards } = server.context.stores;
  await server.agree(server.nadia);
  const broken = vi.spyOn(signedBoards, "add").mockRejectedValueOnce(new Error("disk full"));

  await expect(server.agree(server.callum)).rejects.toThrow("disk full");
  broken.mockRestore();
  await type(practitioner, "Still open. ");

  expect(practitioner.closeCodes).toEqual([]);
  await server.agree(server.nadia);
  await server.agree(server.callum);
  expect(await server.latest()).toMatchObject({ version: 1 });
});

it("[BD57] a copy in which a bit was changed, or whose fingerprint was, is not read", async () => {
  const house = await buildBoardHouse();
  const server = await serveEndings(house);
  await writeBoard(server);
  await server.agree(server.nadia);
  await server.agree(server.callum);
  const database = await openTestDatabase(house.databasePath);
  const row = database.prepare("select sealed, sha256 from signed_boards").get() as {
    sealed: Uint8Array;
    sha256: string;
  }; // the two columns
  const set = (column: string, value: Uint8Array | string) =>
    database.prepare(`update signed_boards set ${column} = ?`).run(value);
  const bent = new Uint8Array(row.sealed);
  bent[bent.length - 20] = (bent[bent.length - 20] ?? 0) ^ 1;

  set("sealed", bent);
  await expect(server.latest()).rejects.toThrow(/authenticate|unable|sealed/i);
  set("sealed", row.sealed);
  set("sha256", "0".repeat(64));
  await expect(server.latest()).rejects.toThrow("not what was signed");
  set("sha256", row.sha256);

  expect(await server.latest()).toMatchObject({ version: 1 });
  expect(Buffer.from(row.sealed).includes("Hum back")).toBe(false);
});
