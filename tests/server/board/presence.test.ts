import { expect, it, vi } from "vitest";
import { encodeAwarenessUpdate } from "y-protocols/awareness";
import * as encoding from "lib0/encoding";
import { buildBoardHouse, serveBoards } from "./board-house.ts";
import { joinBoard, sendRaw, waiting } from "./join-board.ts";
import type { Joined } from "./join-board.ts";

const others = (joined: Joined) =>
  [...joined.provider.awareness.getStates()].filter(([id]) => id !== joined.doc.clientID);

const userOf = (state: unknown) => (state as { user?: unknown }).user; // presence is plain JSON

/** A presence frame as a client would write it that lies about its entries. */
function presenceMessage(
  ...entries: { clientId: number; clock: number; json: string }[]
): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const { clientId, clock, json } of entries) {
    encoding.writeVarUint(body, clientId);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, json);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}

async function meet() {
  const server = await serveBoards(await buildBoardHouse());
  const nadia = joinBoard(server, server.house.guider);
  const callum = joinBoard(server, server.house.practitioner);
  await Promise.all([nadia.synced(), callum.synced()]);
  return { server, nadia, callum };
}

it("[BD15] a caret is shown under the name and role of the session, whatever the browser says", async () => {
  const { server, nadia, callum } = await meet();

  callum.provider.awareness.setLocalState({
    user: { participantId: server.house.guider.participantId, name: "Nadia", role: "guider" },
    focus: { path: "focus/helpingQuestion" },
  });

  await vi.waitFor(() => {
    const [entry] = others(nadia);
    expect(entry?.[0]).toBe(callum.doc.clientID);
    expect(entry?.[1]).toEqual({
      user: {
        participantId: server.house.practitioner.participantId,
        name: "Callum",
        role: "practitioner",
      },
      focus: { path: "focus/helpingQuestion" },
    });
  }, waiting);
});

it("[BD15] nobody's caret can be moved, taken away or doubled by another", async () => {
  const { server, nadia, callum } = await meet();
  nadia.provider.awareness.setLocalState({ focus: "here" });
  callum.provider.awareness.setLocalState({ focus: "there" });
  await vi.waitFor(() => expect(others(nadia)).toHaveLength(1), waiting);
  await vi.waitFor(() => expect(others(callum)).toHaveLength(1), waiting);
  const clientId = nadia.doc.clientID;

  const forged = JSON.stringify({ focus: "forged" });
  sendRaw(callum.provider, presenceMessage({ clientId, clock: 2 ** 45, json: forged }));
  sendRaw(callum.provider, presenceMessage({ clientId, clock: 2 ** 45, json: "null" }));
  sendRaw(callum.provider, presenceMessage({ clientId: 12345, clock: 1, json: forged }));
  const own = { clientId: callum.doc.clientID, clock: 1, json: JSON.stringify({ focus: "last" }) };
  sendRaw(callum.provider, presenceMessage({ clientId: 777, clock: 1, json: forged }, own));

  await vi.waitFor(() => expect(others(nadia)[0]?.[1]).toMatchObject({ focus: "last" }), waiting);
  expect(others(nadia)).toHaveLength(1);
  const newcomer = joinBoard(server, server.house.supervisor);
  await vi.waitFor(() => expect(others(newcomer)).toHaveLength(2), waiting);
  const seen = new Map(others(newcomer));
  expect(seen.get(clientId)).toMatchObject({ focus: "here" });
});

it("[BD15] a state that is too large or not an object is told to nobody", async () => {
  const { nadia, callum } = await meet();
  const clientId = callum.doc.clientID;
  const bad = [JSON.stringify({ focus: "x".repeat(3_000) }), "[1]", "7", "{", "", '"text"'];

  for (const json of bad) sendRaw(callum.provider, presenceMessage({ clientId, clock: 9, json }));
  sendRaw(callum.provider, Uint8Array.from([1, 3, 200, 200, 1]));
  callum.provider.awareness.setLocalState({ focus: "good" });

  await vi.waitFor(() => expect(others(nadia)[0]?.[1]).toMatchObject({ focus: "good" }), waiting);
  expect(callum.closeCodes).toEqual([]);
});

it("[BD16] a caret goes with its connection and is seen again at once after a reconnect", async () => {
  const { nadia, callum } = await meet();
  callum.provider.awareness.setLocalState({ focus: "there" });
  await vi.waitFor(() => expect(others(nadia)).toHaveLength(1), waiting);

  callum.provider.ws?.close();
  await vi.waitFor(() => expect(others(nadia)).toHaveLength(0), waiting);

  await vi.waitFor(() => expect(others(nadia)[0]?.[1]).toMatchObject({ focus: "there" }), waiting);
});

it("[BD16] a newcomer is shown who is there, and may ask again", async () => {
  const { server, nadia, callum } = await meet();
  nadia.provider.awareness.setLocalState({ focus: "here" });
  callum.provider.awareness.setLocalState({ focus: "there" });
  await vi.waitFor(() => expect(others(nadia)).toHaveLength(1), waiting);

  const helen = joinBoard(server, server.house.supervisor);
  await vi.waitFor(() => {
    const names = others(helen).map(([, state]) => userOf(state));
    expect(names).toContainEqual(expect.objectContaining({ role: "guider" }));
    expect(names).toContainEqual(expect.objectContaining({ role: "practitioner" }));
  }, waiting);

  const answer = new Promise<void>((resolve) => {
    helen.provider.messageHandlers[1] = () => resolve();
  });
  sendRaw(helen.provider, Uint8Array.from([3]));
  await expect(answer).resolves.toBeUndefined();
});

it("[BD16] a client that echoes what it was told of others is neither closed nor believed", async () => {
  const { nadia, callum } = await meet();
  nadia.provider.awareness.setLocalState({ focus: "here" });
  callum.provider.awareness.setLocalState({ focus: "there" });
  await vi.waitFor(() => expect(others(callum)).toHaveLength(1), waiting);

  const all = encodeAwarenessUpdate(callum.provider.awareness, [
    nadia.doc.clientID,
    callum.doc.clientID,
  ]);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, all);
  sendRaw(callum.provider, encoding.toUint8Array(encoder));
  await callum.sendFence().answered();

  expect(callum.closeCodes).toEqual([]);
  expect(others(nadia)).toHaveLength(1);
});
