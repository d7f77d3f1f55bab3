import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { BoardLogError } from "./board-log-error.ts";
import type { BoardLogAnswer, BoardLogChannel, BoardLogRequest } from "./board-log-messages.ts";

/** What the worker is started with. */
export interface BoardLogWorkerOptions {
  readonly databasePath: string;
  readonly busyTimeoutMs: number;
  /** The built worker; by default the one that lies beside the built server. */
  readonly workerUrl?: URL;
}

interface Waiting {
  readonly resolve: (answer: BoardLogAnswer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The way to the worker thread. A worker that stops rejects what it has not answered, and the next
 * request starts a new one.
 */
export async function openWorkerChannel(options: BoardLogWorkerOptions): Promise<BoardLogChannel> {
  const workerUrl = options.workerUrl ?? findBuiltWorker(import.meta.url);
  let current: ReturnType<typeof startWorker> | null = startWorker(workerUrl, options);
  await current.started;

  return {
    async ask(request) {
      if (current?.isGone() !== false) current = startWorker(workerUrl, options);
      await current.started;
      return current.ask(request);
    },
  };
}

function startWorker(workerUrl: URL, { databasePath, busyTimeoutMs }: BoardLogWorkerOptions) {
  const worker = new Worker(workerUrl, { workerData: { databasePath, busyTimeoutMs } });
  const waiting: Waiting[] = [];
  let gone = false;
  const started = new Promise<void>((resolve, reject) => {
    worker.once("message", () => {
      worker.on("message", (answer: BoardLogAnswer) => waiting.shift()?.resolve(answer));
      resolve();
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new BoardLogError("worker-lost")));
  });
  const lose = (detail?: string) => {
    gone = true;
    for (const each of waiting.splice(0)) each.reject(new BoardLogError("worker-lost", detail));
  };
  worker.on("error", (error) => lose(error instanceof Error ? error.message : String(error)));
  worker.on("exit", () => lose());
  return {
    started,
    isGone: () => gone,
    ask: (request: BoardLogRequest) =>
      new Promise<BoardLogAnswer>((resolve, reject) => {
        if (gone) return reject(new BoardLogError("worker-lost"));
        waiting.push({ resolve, reject });
        worker.postMessage(request);
      }),
  };
}

/** The worker lies in the folder of the built server; the code that looks for it may be a chunk in a folder below. */
function findBuiltWorker(fromUrl: string): URL {
  const places = ["./board-log-worker.js", "../board-log-worker.js"];
  const found = places.map((place) => new URL(place, fromUrl)).find((url) => existsSync(url));
  if (found === undefined) {
    throw new Error(
      "The board's writer (board-log-worker.js) is missing beside the built server. Run npm run build.",
    );
  }
  return found;
}
