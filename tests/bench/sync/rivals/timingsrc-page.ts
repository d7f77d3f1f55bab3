import { TimingObject } from "timing-object";
import type { ITimingProvider, ITimingStateVector } from "timing-object";
import { setTimingsrc } from "timingsrc";
import { createServerClock } from "#client/lib/server-clock.ts";
import { onKeys, openRivalSocket, theVideo } from "./rival-socket.ts";

// `timingsrc` with the product's own clock and a scheduled start: its timing object follows the server's
// vector through a provider whose skew is our estimate of the server's clock.

const video = theVideo();
const clock = createServerClock();
const adjusted = new EventTarget();
let isAsked = false;
let vector: ITimingStateVector = { position: 0, velocity: 0, acceleration: 0, timestamp: 0 };

const provider = Object.assign(adjusted, {
  startPosition: Number.NEGATIVE_INFINITY,
  endPosition: Number.POSITIVE_INFINITY,
  error: null,
  readyState: "open",
  onadjust: null,
  onchange: null,
  onreadystatechange: null,
  update: () => Promise.resolve(), // the keys ask the server instead
});
Object.defineProperties(provider, {
  skew: { get: () => (clock.estimatedServerNowMs() - performance.now()) / 1000 },
  vector: { get: () => vector },
});

const { send } = openRivalSocket((message) => {
  if (message.kind === "pong") {
    const { sentAtLocalMs, serverNowMs } = message;
    clock.add({ sentAtLocalMs, receivedAtLocalMs: performance.now(), serverNowMs });
    adjusted.dispatchEvent(new Event("adjust"));
  }
  if (message.kind !== "vector") return;
  const { velocity, positionMs, atServerMs } = message;
  const follow = () => {
    vector = {
      position: positionMs / 1000,
      velocity,
      acceleration: 0,
      timestamp: atServerMs / 1000,
    };
    adjusted.dispatchEvent(new Event("change"));
  };
  isAsked = velocity === 1;
  // Before its instant a vector would run backwards: a start waits for it.
  setTimeout(
    follow,
    velocity === 1 ? Math.max(0, clock.toLocalMs(atServerMs) - performance.now()) : 0,
  );
});

// A provider that is an event target with everything the interface names.
const timing = new TimingObject(provider as unknown as ITimingProvider);
setTimingsrc(video, timing);

onKeys({
  toggle: () => send({ kind: "ask", velocity: isAsked ? 0 : 1, positionMs: null }),
  moveBy: (byMs) => send({ kind: "ask", velocity: 0, positionMs: video.currentTime * 1000 + byMs }),
});

const ping = () => send({ kind: "ping", sentAtLocalMs: performance.now() });
for (let n = 1; n <= 20; n += 1) setTimeout(ping, 300 + n * 40);
setInterval(ping, 1_000);
