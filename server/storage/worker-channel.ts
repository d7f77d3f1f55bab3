import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";

/** A way to a worker thread: one answer to each question, in the order they were asked. */
export interface WorkerChannel<Question, Answer> {
  /** Rejects when the worker is lost before it has answered. */
  ask(question: Question): Promise<Answer>;
  /** How many workers were lost so far: what one worker held in memory is gone when this has grown. */
  losses(): number;
}

/** How a worker is started. It posts one message when it is ready, and then one for each question. */
export interface WorkerChannelOptions {
  readonly workerUrl: URL;
  readonly workerData: unknown;
  /** What questions reject with that a lost worker has not answered. */
  readonly lost: (detail?: string) => Error;
}

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts the worker and resolves when it is ready; rejects with its error when it cannot start. A worker
 * that stops later rejects what it has not answered, and the next question starts a new one.
 */
export async function openWorkerChannel<Question, Answer>(
  options: WorkerChannelOptions,
): Promise<WorkerChannel<Question, Answer>> {
  let losses = 0;
  const start = () => startWorker<Question, Answer>(options, () => (losses += 1));
  let current = start();
  await current.started;

  return {
    async ask(question) {
      if (current.isGone()) current = start();
      const asked = current;
      await asked.started;
      return asked.ask(question);
    },
    losses: () => losses,
  };
}

function startWorker<Question, Answer>(options: WorkerChannelOptions, onLost: () => void) {
  const worker = new Worker(options.workerUrl, { workerData: options.workerData });
  const waiting: Waiting<Answer>[] = [];
  let gone = false;
  const started = new Promise<void>((resolve, reject) => {
    worker.once("message", () => {
      worker.on("message", take);
      worker.unref(); // an idle worker keeps no process alive that has nothing else to do
      resolve();
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(options.lost()));
  });
  function take(answer: Answer): void {
    waiting.shift()?.resolve(answer);
    if (waiting.length === 0) worker.unref();
  }
  function lose(detail?: string): void {
    if (!gone) onLost();
    gone = true;
    for (const each of waiting.splice(0)) each.reject(options.lost(detail));
  }
  worker.on("error", (error) => lose(error instanceof Error ? error.message : String(error)));
  worker.on("exit", () => lose());
  return {
    started,
    isGone: () => gone,
    ask: (question: Question) =>
      new Promise<Answer>((resolve, reject) => {
        if (gone) return reject(options.lost());
        waiting.push({ resolve, reject });
        worker.ref();
        worker.postMessage(question);
      }),
  };
}

/**
 * A worker's file in the folder of the built server; the code that looks for it may be a chunk in a
 * folder below. Null when this does not run from the built server.
 */
export function findBuiltWorker(fromUrl: string, fileName: string): URL | null {
  const places = [`./${fileName}`, `../${fileName}`].map((place) => new URL(place, fromUrl));
  return places.find((url) => existsSync(url)) ?? null;
}
