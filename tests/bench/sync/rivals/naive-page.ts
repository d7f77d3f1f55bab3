import { onKeys, openRivalSocket, theVideo } from "./rival-socket.ts";

// The naive broadcast: whoever acts does it at once and tells the other, who does the same on arrival.

const video = theVideo();
const { send } = openRivalSocket((message) => {
  if (message.kind !== "naive") return;
  video.currentTime = message.positionMs / 1000;
  if (message.deed === "play") void video.play();
  if (message.deed === "pause") video.pause();
});

const tell = (deed: "play" | "pause" | "seek") =>
  send({ kind: "naive", deed, positionMs: video.currentTime * 1000 });

onKeys({
  toggle: () => {
    if (video.paused) void video.play();
    else video.pause();
    tell(video.paused ? "pause" : "play");
  },
  moveBy: (byMs) => {
    video.currentTime = Math.max(0, video.currentTime + byMs / 1000);
    tell("seek");
  },
});
