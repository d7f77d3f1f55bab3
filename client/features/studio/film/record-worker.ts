import { filmsFolder, openStoredFilm, removeStoredFilm } from "./film-store.ts";
import { finishRecording } from "./finish-recording.ts";
import { piecesName } from "./record-messages.ts";
import type { RecordAsk, RecordTold } from "./record-messages.ts";
import { openInPlace } from "./write-in-place.ts";
import type { FileInPlace } from "./write-in-place.ts";

/** The thread that writes recordings: each piece is on the disk before the next one comes. */
const open = new Map<string, FileInPlace>();
const recordings = {
  open: openStoredFilm,
  create: async (name: string) => openInPlace(await filmsFolder(), name),
  remove: removeStoredFilm,
};
let work: Promise<void> = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<RecordAsk>) => {
  work = work.then(async () => {
    const told = await answer(data).catch((): RecordTold => ({
      kind: "broken",
      askId: data.askId,
    }));
    self.postMessage(told);
  });
});

async function answer(ask: RecordAsk): Promise<RecordTold> {
  const { askId, name } = ask;
  if (ask.kind === "finish") return { kind: "finished", askId, bytes: await finish(name) };
  const pieces = open.get(name) ?? (await openInPlace(await filmsFolder(), piecesName(name)));
  open.set(name, pieces);
  const isWritten = pieces.append(new Uint8Array(await ask.piece.arrayBuffer()));
  return { kind: isWritten ? "appended" : "full", askId };
}

function finish(name: string): Promise<number> {
  open.get(name)?.close();
  open.delete(name);
  return finishRecording(recordings, name);
}
