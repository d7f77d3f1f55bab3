import type { WebsocketProvider } from "y-websocket";

const everyMs = 1_000;
/** The server says something each second; this long without a word, and the socket only seems open. */
const silentForMs = 4_000;
/** Nothing is heard while the whole board comes in as one message, over a thin line. */
const wholeBoardMs = 15_000;
/** A timer this late was slowed or slept: what came in meanwhile has not been read yet. */
const lateMs = 2_500;

/**
 * Watches the board's own socket, since the room's can live on while this one has died without a word.
 * Calls `reopen` when nothing is heard; answers how to stop.
 */
export function watchBoardSocket(provider: WebsocketProvider, reopen: () => void): () => void {
  let socket = provider.ws;
  let heard = provider.wsLastMessageReceived;
  let quietSinceMs = performance.now();
  let beatAtMs = performance.now();

  function beat() {
    const nowMs = performance.now();
    const isLate = nowMs - beatAtMs > lateMs;
    beatAtMs = nowMs;
    const isNew = provider.ws !== socket;
    const isHeard = provider.wsLastMessageReceived !== heard;
    socket = provider.ws;
    heard = provider.wsLastMessageReceived;
    const patienceMs = provider.wsconnected && !provider.synced ? wholeBoardMs : silentForMs;
    if (socket === null || isNew || isHeard || isLate) quietSinceMs = nowMs;
    else if (nowMs - quietSinceMs > patienceMs) reopen();
  }
  const timer = setInterval(beat, everyMs);
  return () => clearInterval(timer);
}
