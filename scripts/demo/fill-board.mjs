import { randomUUID } from "node:crypto";
import { io } from "socket.io-client";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { scenario } from "./scenario.mjs";

const answerWithinMs = 10_000;

/** Holds the moments of the scenario in the room and writes its words, as the guider would. */
export async function fillBoard(nadia, reviewId, clipIds) {
  const tabId = randomUUID();
  const headers = { cookie: nadia.cookie(), origin: nadia.origin };
  const socket = io(`${nadia.origin}/room`, {
    transports: ["websocket"],
    extraHeaders: headers,
    auth: { reviewId, tabId, takeSeat: true },
    forceNew: true,
  });
  const welcome = await heard(socket, "room:welcomed");
  let { timeline } = welcome;
  socket.on("playback:changed", (update) => (timeline = update.timeline));

  const board = await openBoard(nadia, reviewId, tabId, headers);
  const ask = async (name, message) => {
    const answer = await socket.timeout(answerWithinMs).emitWithAck(name, message);
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.reason}`);
    return answer.value;
  };
  const at = () => ({
    commandId: randomUUID(),
    epoch: timeline.epoch,
    revision: timeline.revision,
  });
  const command = async (what) => {
    const answer = await ask("playback:command", { ...at(), command: what });
    timeline = answer.timeline;
  };

  for (const [n, clipId] of clipIds.entries()) {
    const held = scenario.clips[n]?.held;
    if (held === undefined) continue;
    await command({ kind: "visit", clipId, frame: held.frame });
    const { frame } = timeline.motion;
    const { observationId } = await ask("moment:hold", { ...at(), clipId, frame });
    const card = await board.entry("observations", observationId);
    for (const field of ["initiative", "response", "followedBy"]) {
      card.get(field).insert(0, held[field]);
    }
    card.set("principleIds", held.principles);
  }
  for (const aim of scenario.aims) {
    const { aimId } = await ask("aim:add", { commandId: randomUUID(), fromObservationId: null });
    const card = await board.entry("aims", aimId);
    for (const field of ["text", "whereWhen"]) card.get(field).insert(0, aim[field]);
  }
  if (clipIds[0] !== undefined) await command({ kind: "clip", clipId: clipIds[0] });

  await board.saved();
  board.close();
  socket.disconnect();
}

function heard(socket, name) {
  return new Promise((resolve, reject) => {
    socket.once(name, resolve);
    socket.once("connect_error", reject);
    socket.once("room:closed", ({ reason }) => reject(new Error(`the room closed: ${reason}`)));
  });
}

/** The board over y-websocket's own provider, with the fence that tells when all is on disk. */
async function openBoard(nadia, reviewId, tabId, headers) {
  class OwnSocket extends WebSocket {
    constructor(address, protocols) {
      super(address, protocols, { headers });
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(
    nadia.origin.replace("http", "ws") + "/yjs",
    reviewId,
    doc,
    {
      params: { tab: tabId },
      WebSocketPolyfill: OwnSocket,
      disableBc: true,
    },
  );
  let answered = null;
  provider.messageHandlers[101] = (_encoder, decoder) => {
    decoder.pos = decoder.arr.length;
    answered?.();
  };
  await new Promise((resolve) => provider.once("sync", resolve));

  return {
    /** The card `id` of a root, once the server has made it. */
    async entry(root, id) {
      const map = doc.getMap(root);
      while (!map.has(id)) await new Promise((resolve) => map.observeDeep(once(map, resolve)));
      return map.get(id);
    },
    saved: () =>
      new Promise((resolve) => {
        answered = resolve;
        provider.ws.send(Uint8Array.of(101, 1));
      }),
    close() {
      provider.destroy();
      doc.destroy();
    },
  };
}

function once(map, resolve) {
  const listener = () => {
    map.unobserveDeep(listener);
    resolve();
  };
  return listener;
}
