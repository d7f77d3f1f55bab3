import { assertNever } from "#shared/lib/result.ts";
import type { FrameOrder, FrameSide } from "./frame-orders.ts";
import { createFrameSealing } from "./frame-sealing.ts";

/** Every frame of the call goes through here, sealed on its way out and opened on its way in. */
interface FrameTransformer {
  readonly options: FrameSide;
  readonly readable: ReadableStream<EncodedFrame>;
  readonly writable: WritableStream<EncodedFrame>;
  /** Not in every browser. */
  sendKeyFrameRequest?(): Promise<void>;
}
type EncodedFrame = RTCEncodedVideoFrame | RTCEncodedAudioFrame;

/** What is used of a worker's surroundings; the project's type library is that of pages. */
interface FrameWorkerScope {
  addEventListener(name: "message", listener: (event: MessageEvent<FrameOrder>) => void): void;
  addEventListener(
    name: "rtctransform",
    listener: (event: { readonly transformer: FrameTransformer }) => void,
  ): void;
}

// This file runs in a worker only.
const scope = globalThis as unknown as FrameWorkerScope;
const sealing = createFrameSealing(() => performance.now());
/** Pictures of these could not be opened: with the sender's next key a whole picture is asked for. */
const blind = new Map<FrameTransformer, string>();

scope.addEventListener("message", ({ data }) => obey(data));
scope.addEventListener("rtctransform", ({ transformer }) => {
  const through = new TransformStream<EncodedFrame, EncodedFrame>({
    async transform(frame, controller) {
      const isVideo = frame instanceof RTCEncodedVideoFrame;
      const data = await passed(transformer, isVideo ? "video" : "audio", frame.data);
      if (data === null) return;
      frame.data = data;
      controller.enqueue(frame);
    },
  });
  transformer.readable
    .pipeThrough(through)
    .pipeTo(transformer.writable)
    .catch(() => blind.delete(transformer)); // its sender or receiver has ended
});

async function passed(
  transformer: FrameTransformer,
  kind: "audio" | "video",
  frame: ArrayBuffer,
): Promise<ArrayBuffer | null> {
  const { options } = transformer;
  if (options.side === "seal") return sealing.seal(kind, frame);
  const opened = await sealing.open(options.from, kind, frame);
  if (opened === null && kind === "video") blind.set(transformer, options.from);
  return opened;
}

function obey(order: FrameOrder): void {
  switch (order.kind) {
    case "use":
      return sealing.use(order.keyNumber, order.frameKey, order.afterMs);
    case "learn":
      sealing.learn(order.from, order.keyNumber, order.frameKey);
      return askForWholePictures(order.from);
    case "forget":
      return sealing.forget(order.from);
    case "seal":
      return sealing.setOn(order.isOn);
    default:
      return assertNever(order);
  }
}

function askForWholePictures(from: string): void {
  for (const [transformer, sender] of blind) {
    if (sender !== from) continue;
    blind.delete(transformer);
    // Refused when the receiver has just ended: then there is nothing to ask for.
    transformer.sendKeyFrameRequest?.().catch(() => undefined);
  }
}
