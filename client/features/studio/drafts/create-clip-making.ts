import { createCutQueue } from "#client/features/studio/cut/cut-queue.ts";
import { withDraft } from "#client/features/studio/studio.ts";
import { isOnServer } from "#shared/studio/drafts.ts";
import type { CutState, StudioFilm } from "#shared/studio/studio-film.ts";
import type { ClipMaking, MakingParts } from "./clip-making.ts";
import { createClipSending } from "./clip-sending.ts";
import { createNewsBoard } from "./making-news.ts";

/**
 * Makes and sends the clips of one film. It follows the document: a draft whose plan is changed, or that is
 * removed, is not cut any more, and a finished file that no draft goes by is removed from the device.
 */
export function createClipMaking(parts: MakingParts): ClipMaking {
  const { document, film, cutter } = parts;
  const news = createNewsBoard();
  const sending = createClipSending(parts, news);
  /** A clip that was finished just as it was taken back leaves no file. */
  const cutTidily: typeof cutter.cut = async (asked, plan, fileName, options) => {
    const outcome = await cutter.cut(asked, plan, fileName, options);
    if (outcome.ok && options.signal.aborted) await parts.removeCut(fileName);
    return outcome;
  };

  const queue = createCutQueue({
    cutter: { cut: cutTidily },
    onCut: keepCut,
    onRefused: (draftId, refused) => news.tell(draftId, { kind: "cut-refused", refused }),
  });
  /** The drafts that the queue has. */
  const queued = new Set<string>();
  let files = filesOf(document.current());
  const stopFollowing = document.subscribe(follow);

  const find = (draftId: string) =>
    document.current().drafts.find((draft) => draft.draftId === draftId);

  function keepCut(draftId: string, cut: CutState): void {
    if (cut.state === "cutting") queued.add(draftId);
    else queued.delete(draftId);
    document.edit((all) =>
      withDraft(all, draftId, (draft) => (isOnServer(draft) ? draft : { ...draft, cut })),
    );
  }

  function follow(): void {
    const before = files;
    files = filesOf(document.current());
    for (const fileName of before) if (!files.has(fileName)) void parts.removeCut(fileName);
    for (const draftId of queued) {
      if (find(draftId)?.cut.state === "cutting") continue;
      queued.delete(draftId);
      queue.cancel(draftId);
    }
  }

  return {
    make(draftId) {
      const draft = find(draftId);
      if (draft?.cut.state !== "uncut") return;
      news.tell(draftId, null);
      queue.add(film, draft);
    },
    cancel: (draftId) => queue.cancel(draftId),
    send: sending.send,
    stopSending: sending.stop,
    resume() {
      const { drafts } = document.current();
      queue.resume(film, drafts);
      for (const { draftId, cut } of drafts) if (cut.state === "sending") sending.send(draftId);
    },
    news: news.current,
    subscribe: news.subscribe,
    close() {
      stopFollowing();
      queue.close();
      sending.close();
    },
  };
}

/** The finished files that drafts of this film go by. */
function filesOf({ drafts }: StudioFilm): ReadonlySet<string> {
  return new Set(drafts.flatMap(({ cut }) => ("fileName" in cut ? [cut.fileName] : [])));
}
