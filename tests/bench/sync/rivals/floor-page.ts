import { onKeys } from "./rival-socket.ts";

// The floor: two videos in one page, started and paused by one press.

const videos = [...document.querySelectorAll("video")];

onKeys({
  toggle: () => {
    const isPaused = videos[0]?.paused ?? true;
    for (const video of videos) {
      if (isPaused) void video.play();
      else video.pause();
    }
  },
  moveBy: (byMs) => {
    const seconds = Math.max(0, (videos[0]?.currentTime ?? 0) + byMs / 1000);
    for (const video of videos) video.currentTime = seconds;
  },
});
