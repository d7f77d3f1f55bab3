import { makeWorker } from "#client/lib/make-worker.ts";
import type { RecordingFile } from "./record-film.ts";
import type { RecordAsk, RecordTold } from "./record-messages.ts";
// oxlint-disable-next-line import/default -- Vite makes the address of the built worker
import recordWorkerAddress from "./record-worker.ts?worker&url";

/** Writes recordings into the browser's own store, in a thread of its own. */
export interface RecordingWriter {
  /** A recording's file, by the name its film will have. */
  file(name: string): RecordingFile;
  close(): void;
}

/** Starts the thread. */
export function createRecordingWriter(
  worker: Worker = makeWorker(recordWorkerAddress),
): RecordingWriter {
  const awaited = new Map<number, (told: RecordTold) => void>();
  let lastAskId = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<RecordTold>) => {
    awaited.get(data.askId)?.(data);
    awaited.delete(data.askId);
  });

  function ask(message: { kind: "append"; piece: Blob } | { kind: "finish" }, name: string) {
    lastAskId += 1;
    const askId = lastAskId;
    return new Promise<RecordTold>((resolve) => {
      awaited.set(askId, resolve);
      const sent: RecordAsk = { ...message, askId, name };
      worker.postMessage(sent);
    });
  }

  return {
    file: (name) => ({
      append: async (piece) => (await ask({ kind: "append", piece }, name)).kind === "appended",
      async finish() {
        const told = await ask({ kind: "finish" }, name);
        return told.kind === "finished" ? told.bytes : 0;
      },
    }),
    close: () => worker.terminate(),
  };
}
