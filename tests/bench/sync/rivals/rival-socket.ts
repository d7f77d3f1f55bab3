import type { RivalMessage } from "./messages.ts";

/** The page's socket to the rivals' server. */
export interface RivalSocket {
  readonly send: (message: RivalMessage) => void;
}

/** Opens it; `hear` gets every message. */
export function openRivalSocket(hear: (message: RivalMessage) => void): RivalSocket {
  const socket = new WebSocket(`ws://${location.host}/socket`);
  socket.addEventListener("message", ({ data }) => {
    hear(JSON.parse(String(data)) as RivalMessage); // the benchmark's own server sends nothing else
  });
  return { send: (message) => socket.send(JSON.stringify(message)) };
}

/** The page's video, muted, and the same keys as in the product's room: K toggles, J and L move by 2 s. */
export function onKeys(does: { toggle: () => void; moveBy: (byMs: number) => void }): void {
  window.addEventListener("keydown", ({ key }) => {
    if (key === "k") does.toggle();
    if (key === "j") does.moveBy(-2_000);
    if (key === "l") does.moveBy(2_000);
  });
}

/** The video of the page. */
export function theVideo(): HTMLVideoElement {
  const video = document.querySelector("video");
  if (video === null) throw new Error("no video here");
  return video;
}
