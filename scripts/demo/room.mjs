import { randomUUID } from "node:crypto";
import { io } from "socket.io-client";
import { openBoard } from "./board.mjs";

const answerWithinMs = 10_000;

/** A person's tab in a live room: its seat, its asks and its board. Throws when something is refused. */
export async function enterRoom(visitor, reviewId) {
  const tabId = randomUUID();
  const headers = { cookie: visitor.cookie(), origin: visitor.origin };
  const socket = io(`${visitor.origin}/room`, {
    transports: ["websocket"],
    extraHeaders: headers,
    auth: { reviewId, tabId, takeSeat: true },
    forceNew: true,
  });
  let timeline = null;
  socket.on("playback:changed", (update) => (timeline = update.timeline));
  ({ timeline } = await heard(socket, "room:welcomed"));
  const board = await openBoard(visitor.origin, reviewId, tabId, headers);

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

  return {
    board,
    ask,
    /** Moves the picture for everybody. */
    async command(command) {
      ({ timeline } = await ask("playback:command", { ...at(), command }));
    },
    /** Goes to a frame and holds the moment there; resolves with its card. */
    async hold(clipId, frame) {
      await this.command({ kind: "visit", clipId, frame });
      const held = { ...at(), clipId, frame: timeline.motion.frame };
      const { observationId } = await ask("moment:hold", held);
      return observationId;
    },
    leave() {
      board.close();
      socket.disconnect();
    },
  };
}

/** A message of a socket that is opening. */
function heard(socket, name) {
  return new Promise((resolve, reject) => {
    socket.once(name, resolve);
    socket.once("connect_error", reject);
    socket.once("room:closed", ({ reason }) => reject(new Error(`the room closed: ${reason}`)));
  });
}
